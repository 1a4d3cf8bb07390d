/** The address one signs in with, and its change: confirmed at the new one and at the old one. */
import { api } from "./api.js";
import { day } from "./dates.js";
import { element, fill, fillWithFailure, find } from "./dom.js";
import { enhance } from "./form.js";

const step = (done, address) =>
  element(
    "li",
    {},
    done ? "✓ Confirmed at " : "Waiting for the link in our letter to ",
    element("strong", {}, address),
  );

function pendingNote(pending, current, cancel) {
  const { address, newConfirmed, oldConfirmed, expires } = pending;
  const press = { type: "button", onclick: cancel };
  return element(
    "div.note",
    { id: "address-pending" },
    element(
      "p",
      {},
      "Your address changes to ",
      element("strong", {}, address),
      " once both are confirmed:",
    ),
    element("ul.steps-done", {}, step(newConfirmed, address), step(oldConfirmed, current)),
    expires && element("p.small", {}, "The links work until ", day(expires), "."),
    element("p", {}, element("button.button.quiet.slim", press, "Keep my old address")),
  );
}

/** @param {{email: string}} me */
export async function showAddress({ email }) {
  const place = find("#address-now");
  const form = find("#address-form");

  async function refresh() {
    try {
      const { pending } = await api("/me/address", { member: true });
      const now = element("p", {}, "You sign in with ", element("strong", {}, email), ".");
      fill(place, now, pending && pendingNote(pending, email, cancel));
      form.hidden = Boolean(pending);
    } catch (error) {
      if (error.status === 401) throw error;
      fillWithFailure(place, error, refresh);
    }
  }

  async function cancel() {
    try {
      await api("/me/address", { method: "DELETE", member: true });
      await refresh();
      find("#new-address").focus();
    } catch (error) {
      fillWithFailure(place, error, refresh);
    }
  }

  const send = ({ elements }, key) =>
    api("/me/address", {
      method: "POST",
      member: true,
      key,
      body: { email: elements.email.value.trim() },
    });
  enhance(form, send, async () => {
    form.reset();
    await refresh();
    const note = find("#address-pending");
    note?.setAttribute("tabindex", "-1");
    note?.focus();
  });
  await refresh();
}
