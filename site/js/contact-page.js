import "./site.js";
import { find } from "./dom.js";
import { enhance } from "./form.js";
import { sendWebsiteForm, showDone } from "./website-form.js";

const form = find("form[data-website]");
enhance(form, sendWebsiteForm, () => showDone(form));
