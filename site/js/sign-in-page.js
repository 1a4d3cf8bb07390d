import "./site.js";
import { session } from "./auth.js";
import { find, parameter } from "./dom.js";
import { offerResend } from "./resend.js";
import { ownPage, signIn } from "./sign-in.js";

const button = find("#continue");
const failure = find("#failure");

button.addEventListener("click", async () => {
  failure.textContent = "";
  try {
    await signIn(parameter("to"));
  } catch (error) {
    failure.textContent = error.message;
  }
});
button.hidden = false;
offerResend(find("[data-resend]"));
if (session()) location.replace(ownPage(parameter("to")));
