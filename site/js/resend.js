/** Asks for the confirmation link once more. The answer is the same for every address. */
import { api } from "./api.js";
import { element, fill, find } from "./dom.js";
import { enhance } from "./form.js";

const SENT =
  "If this address waits to be confirmed, a mail with a new link is on its way, or the last one still is. " +
  "Links work for 48 hours.";

/** @param {HTMLElement} place holds what is said around the form @param {string} known an address */
export function offerResend(place, known = "") {
  const box = element("input.box", {
    id: "resend-email",
    name: "email",
    type: "email",
    required: true,
    maxlength: 254,
    autocomplete: "email",
    "data-missing": "Enter your e-mail address",
    "data-wrong": "Enter an e-mail address such as name@example.org",
  });
  box.value = known;
  const form = element(
    "form",
    {},
    element("div.field", {}, element("label", { for: "resend-email" }, "E-mail address"), box),
    element("button.button.quiet", { type: "submit" }, "Send the link again"),
  );
  const send = (_, key) =>
    api("/confirmations", { method: "POST", key, body: { email: box.value.trim() } });
  enhance(form, send, () => {
    fill(place, element("p.note", { role: "status", tabindex: "-1" }, SENT));
    find("p", place).focus();
  });
  fill(place, form);
}
