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

/** Who wrote it, as far as that may be told. */
export function authorName({ name, id = "" } = {}) {
  if (id === "importer") return "Importer";
  return name ?? (id ? `Editor ${id.slice(0, 8)}` : "");
}

/** A draft that was begun before the version that readers see now. */
function newer({ slug, baseVersion, version }) {
  if (!baseVersion || !version || version <= baseVersion) return null;
  return element(
    "p.note.small",
    {},
    `Version ${version} was published after this draft was begun with version ${baseVersion}. `,
    element("a", { href: link("history.html", { c: slug }) }, "See what changed"),
  );
}

export function showState(stored) {
  const { slug, state, updated, author, publishAt, note, version } = stored;
  fill(
    find("#state"),
    element("strong.badge", {}, STATES[state] ?? state),
    publishAt && ` ${moment(publishAt)}.`,
    updated && [" Saved ", ago(updated)],
    author && (author.id === "importer" ? " by the importer" : ` by ${authorName(author)}`),
    updated && ".",
    note && ` “${note}”`,
    newer(stored),
  );
  find("#drop").hidden = !["draft", "review", "scheduled"].includes(state);
  find("#withdraw").hidden = !version && state !== "published";
  find("#ends").hidden = state === "new";
  find("#history").href = link("history.html", { c: slug });
}
