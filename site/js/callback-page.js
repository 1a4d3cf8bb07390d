import { finishSignIn } from "./sign-in.js";
import { find } from "./dom.js";

try {
  location.replace(await finishSignIn(new URLSearchParams(location.search)));
} catch (error) {
  find("h1").textContent = "Signing in did not work";
  find("#state").textContent = error.message;
  find("#again").hidden = false;
  // The code in the address is of no use any more, and nobody should copy it around.
  history.replaceState(null, "", location.pathname);
}
