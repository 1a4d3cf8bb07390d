/** Requests to get in touch: reading them, and what answers them. */
import { api } from "./api.js";
import { element } from "./dom.js";

/** All of them, page by page. */
export async function introductions() {
  const all = [];
  let cursor;
  do {
    const query = { limit: 50, cursor };
    const { items, next } = await api("/me/introductions", { member: true, query });
    all.push(...items);
    cursor = next;
  } while (cursor);
  return all;
}

/** @param {"accepted"|"declined"|"withdrawn"} state */
export const answer = ({ id }, state) =>
  api(`/me/introductions/${encodeURIComponent(id)}`, {
    method: "PATCH",
    member: true,
    body: { state },
  });

/** The same key for the same note, so that a retry asks once. */
export const askToConnect = ({ id }, note, key) =>
  api(`/members/${encodeURIComponent(id)}/introductions`, {
    method: "POST",
    member: true,
    key,
    body: { note },
  });

/** Who was asked may have hidden the name since. */
export const nameOf = ({ displayName }) => displayName ?? "A member";

export const mail = ({ email }) => element("a", { href: `mailto:${email}` }, email);
