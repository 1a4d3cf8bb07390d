/** Whom one has blocked, and how to unblock them. */
import { api } from "./api.js";
import { ago } from "./dates.js";
import { element, fill, fillWithFailure, find } from "./dom.js";

const NOBODY =
  "You have blocked nobody. You can block somebody from their card, or from a request to connect.";

/** All of them, page by page. */
async function everyBlock() {
  const all = [];
  let cursor;
  do {
    const query = { limit: 50, cursor };
    const { items, next } = await api("/me/blocks", { member: true, query });
    all.push(...items);
    cursor = next;
  } while (cursor);
  return all;
}

export async function showBlocks() {
  const list = find("#blocked");
  const state = find("#blocks-state");

  async function unblock(id, name) {
    try {
      const path = `/me/blocks/${encodeURIComponent(id)}`;
      // Who has left Alike is not there to be unblocked.
      await api(path, { method: "DELETE", member: true }).catch((error) => {
        if (error.status !== 404) throw error;
      });
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
      const items = await everyBlock();
      fill(list, items.length ? items.map(item) : element("li.soft", {}, NOBODY));
    } catch (error) {
      if (error.status === 401) throw error;
      fillWithFailure(list, error, refresh);
    }
  }

  await refresh();
}
