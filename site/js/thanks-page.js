import "./site.js";
import { find } from "./dom.js";
import { offerResend } from "./resend.js";

offerResend(find("[data-resend]"));
