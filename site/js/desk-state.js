/** Says in which state of its life a page is, and offers what can be undone in it. */
import { api } from "./api.js";
import { ago, moment } from "./dates.js";
import { element, fill, find, link } from "./dom.js";

export const STATES = {
  new: "A new page, not saved yet",
  draft: "Draft",
  review: "Waiting for review",
  scheduled: "To be published",
  published: "Published, no draft",
};

/** What people call a page; one that is not published yet may have no name but its id. */
export async function label({ slug, label: known }) {
  if (known && known !== slug) return known;
  const path = `/conditions/${encodeURIComponent(slug)}`;
  const page = await api(path, { query: { lang: "en" } }).catch(() => null);
  return page?.label ?? slug;
}

export function showState({ slug, state, updated, author, publishAt, note, version }) {
  fill(
    find("#state"),
    element("strong.badge", {}, STATES[state] ?? state),
    publishAt && ` ${moment(publishAt)}.`,
    updated && [" Saved ", ago(updated)],
    author?.name && ` by ${author.name}`,
    updated && ".",
    note && ` “${note}”`,
  );
  find("#drop").hidden = !["draft", "review", "scheduled"].includes(state);
  find("#withdraw").hidden = !version && state !== "published";
  find("#ends").hidden = state === "new";
  find("#history").href = link("history.html", { c: slug });
}
