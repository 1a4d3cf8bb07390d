import { api } from "./api.js";
import { find } from "./dom.js";

/** Sends a form exactly as the browser itself would, except that the answer comes back as JSON. */
export function sendWebsiteForm(form, key) {
  const body = new URLSearchParams(new FormData(form));
  return api(form.getAttribute("action"), { method: "POST", body, key });
}

/** Puts the thank-you in the place of the form and takes the reader there. */
export function showDone(form) {
  const done = find("[data-done]");
  find("[data-before]").hidden = true;
  form.hidden = true;
  done.hidden = false;
  find("h1, h2", done).focus();
}
