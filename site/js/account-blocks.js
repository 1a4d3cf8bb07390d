/** Whom one has blocked, and how to unblock them. */
import { api } from "./api.js";
import { ago } from "./dates.js";
import { element, fill, fillWithFailure, find } from "./dom.js";

const NOBODY =
  "You have blocked nobody. You can block somebody from their card, or from a request to connect.";

export async function showBlocks() {
  const list = find("#blocked");
  const state = find("#blocks-state");

  async function unblock(id, name) {
    try {
      await api(`/me/blocks/${encodeURIComponent(id)}`, { method: "DELETE", member: true });
      state.textContent = `${name} is unblocked.`;
      await refresh();
      find("#blocks-heading").focus();
    } catch (error) {
      state.textContent = error.message;
    }
  }

  function item({ id, displayName, since }) {
    const name = displayName ?? "A member";
    const press = {
      type: "button",
      "aria-label": `Unblock ${name}`,
      onclick: () => unblock(id, name),
    };
    return element(
      "li",
      {},
      element("span", {}, element("strong", {}, name), " ", element("small.soft", {}, ago(since))),
      element("button.button.quiet.slim", press, "Unblock"),
    );
  }

  async function refresh() {
    try {
      const { items } = await api("/me/blocks", { member: true });
      fill(list, items.length ? items.map(item) : element("li.soft", {}, NOBODY));
    } catch (error) {
      if (error.status === 401) throw error;
      fillWithFailure(list, error, refresh);
    }
  }

  await refresh();
}
