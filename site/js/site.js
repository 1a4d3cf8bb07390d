/** What every page does: the navigation of members and guests, and the search box if it has one. */
import { roles, session, signInLink } from "./auth.js";
import { find, findAll } from "./dom.js";

const signedIn = session() !== null;
const shown = { member: signedIn, guest: !signedIn, editor: roles().includes("editor") };
for (const part of findAll("[data-when]")) part.hidden = !shown[part.dataset.when];
for (const way of findAll("a[data-sign-in]")) way.href = signInLink();
// A page that the browser kept as it was must not show what belongs to somebody who has signed out.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && (session() !== null) !== signedIn) location.reload();
});
find("[data-sign-out]")?.addEventListener("click", async () => {
  const { signOut } = await import("./sign-in.js");
  signOut();
});

/** What suggests conditions comes as soon as somebody turns to the search. */
async function suggest() {
  const { offerGuides } = await import("./search-box.js");
  offerGuides(search);
}

const search = find(".search input");
if (search) {
  search.setAttribute("role", "combobox");
  search.setAttribute("aria-expanded", "false");
  if (document.activeElement === search) suggest();
  else search.addEventListener("focus", suggest, { once: true });
}
