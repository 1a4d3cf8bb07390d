/** What somebody agreed to and when, how to withdraw it, and how to undo that. */
import { api } from "./api.js";
import { moment } from "./dates.js";
import { element, fill, fillWithFailure, find } from "./dom.js";
import { sureDialog } from "./sure-dialog.js";

/** The text that is agreed to, as on the signup page, and its version. */
const TEXT =
  "I agree that Alike keeps what I enter here, my health data included, to find people like me.";
const VERSION = "2026-11";
const ACTIONS = { given: "You agreed", withdrawn: "You withdrew it" };

const entry = ({ action, version, at }) =>
  element(
    "li",
    {},
    element(
      "span",
      {},
      ACTIONS[action] ?? action,
      action === "given" && version ? `, text of ${version}` : "",
    ),
    element("time.soft", { datetime: new Date(at).toISOString() }, moment(at)),
  );

function given() {
  return [
    element("p", {}, "You have agreed to this:"),
    element("blockquote.note", {}, TEXT),
    element(
      "p",
      {},
      element(
        "button.button.quiet",
        { type: "button", id: "ask-withdraw" },
        "Withdraw my consent …",
      ),
    ),
  ];
}

function withdrawn(again) {
  const press = { type: "button", id: "give-again", onclick: again };
  return [
    element(
      "p",
      {},
      element("strong", {}, "You have withdrawn your consent. "),
      "You are in no list, no match and no number. What you entered is kept unused, so that you can undo this.",
    ),
    element("p", {}, "If you agree again, everything is as it was before:"),
    element("blockquote.note", {}, TEXT),
    element("p", {}, element("button.button", press, "I agree again")),
    element("p.error", { role: "alert", id: "consent-failure" }),
  ];
}

export async function showConsent() {
  const place = find("#consent-now");
  const change = (body) => api("/me/consents", { method: "PUT", member: true, body });

  async function withdraw() {
    await change({ given: false });
    await refresh();
    find("#give-again").focus();
  }

  async function again() {
    try {
      await change({ given: true, version: VERSION });
      await refresh();
      find("#ask-withdraw").focus();
    } catch (error) {
      find("#consent-failure").textContent = error.message;
    }
  }

  async function refresh() {
    try {
      const { active, items } = await api("/me/consents", { member: true });
      fill(place, active ? given() : withdrawn(again));
      fill(find("#consent-history"), items.map(entry));
      if (active)
        sureDialog(find("#sure-withdraw"), find("#ask-withdraw"), find("#withdraw-now"), withdraw);
    } catch (error) {
      if (error.status === 401) throw error;
      fillWithFailure(place, error, refresh);
    }
  }

  await refresh();
}
