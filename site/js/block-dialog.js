/** Asks before somebody is blocked. */
import { api } from "./api.js";
import { find, findAll } from "./dom.js";
import { sureDialog } from "./sure-dialog.js";

const blockPath = ({ id }) => `/me/blocks/${encodeURIComponent(id)}`;

export const unblock = (member) => api(blockPath(member), { method: "DELETE", member: true });

/**
 * @param {(member: object) => void} done told who is blocked now
 * @returns {(member: {id: string, displayName: string}) => void} asks about this member
 */
export function blockDialog(done) {
  const dialog = find("#sure-block");
  let member;
  const open = sureDialog(dialog, null, find("[data-yes]", dialog), async () => {
    await api(blockPath(member), { method: "PUT", member: true });
    dialog.close();
    done(member);
  });
  return (one) => {
    member = one;
    for (const place of findAll("[data-name]", dialog)) place.textContent = one.displayName;
    open();
  };
}
