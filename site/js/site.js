/** What every page does: the navigation of members and guests, and the search box if it has one. */
import { roles, session, signInLink, signOut } from "./auth.js";
import { combobox } from "./combobox.js";
import { find, findAll, link } from "./dom.js";
import { suggestPages } from "./vocabulary.js";

const signedIn = session() !== null;
const shown = { member: signedIn, guest: !signedIn, editor: roles().includes("editor") };
for (const part of findAll("[data-when]")) part.hidden = !shown[part.dataset.when];
for (const way of findAll("a[data-sign-in]")) way.href = signInLink();
// A page that the browser kept as it was must not show what belongs to somebody who has signed out.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && (session() !== null) !== signedIn) location.reload();
});
find("[data-sign-out]")?.addEventListener("click", signOut);

const search = find(".search input");
if (search) {
  combobox(search, suggestPages, ({ value }) => {
    location.assign(link("condition.html", { c: value }));
  });
}
