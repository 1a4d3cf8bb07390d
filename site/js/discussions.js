import { api } from "./api.js";
import { isMember } from "./auth.js";
import { ago } from "./dates.js";
import { element, fill, fillWithFailure, find, link } from "./dom.js";
import { say } from "./words.js";

function answered(n) {
  if (n === 0) return say("no replies yet");
  return n === 1 ? say("1 reply") : say("{n} replies", { n });
}

/** Who wrote it, when, how many answered and who may read it. */
export function byline({ author, postedAt, replies, visibility }) {
  return element(
    "p.byline",
    {},
    element("span", {}, author?.displayName ?? say("A former member")),
    element("span", {}, ago(postedAt)),
    replies !== undefined && element("span", {}, answered(replies)),
    visibility === "members" && element("span", {}, element("span.badge", {}, say("Members only"))),
  );
}

function entry(level) {
  return (thread) =>
    element(
      "li",
      {},
      element(
        level,
        {},
        element("a", { href: link("thread.html", { t: thread.id }) }, thread.title),
      ),
      thread.excerpt && element("p.small", {}, thread.excerpt),
      byline(thread),
    );
}

function related({ condition, items }) {
  const [before, after] = say("More from the {label} community", { label: "\n" }).split("\n");
  return element(
    "section.card",
    {},
    element(
      "h2",
      {},
      before,
      element("a", { href: link("condition.html", { c: condition.slug }) }, condition.label),
      after,
    ),
    element("ul.bare.feed", {}, items.map(entry("h3"))),
  );
}

/** The page's feed: the condition's threads, page by page, and those of related communities. */
export async function showDiscussions({ slug, label }) {
  const list = find("#threads");
  const further = find("#further");
  let cursor;

  async function load() {
    const member = isMember();
    const path = member ? "/me/discussions" : `/conditions/${encodeURIComponent(slug)}/discussions`;
    const query = { sort: "active", limit: 5, cursor, condition: member && slug };
    return api(path, { member, query });
  }

  async function more() {
    try {
      const { items, next } = await load();
      cursor = next;
      further.hidden = !next;
      const added = items.map(entry("h3"));
      list.append(...added);
      find("a", added[0] ?? list)?.focus();
    } catch (error) {
      further.textContent = `${error.message} ${say("Try again")}`;
    }
  }

  try {
    const { items, next, more: communities = [] } = await load();
    cursor = next;
    further.hidden = !next;
    further.textContent = say("More from the {label} community", { label });
    further.onclick = more;
    const empty = element(
      "li",
      {},
      element("p", {}, say("Nobody has started a discussion here yet. Yours would be the first.")),
    );
    fill(list, items.length ? items.map(entry("h3")) : empty);
    find("#more").replaceChildren(...communities.filter((one) => one.items.length).map(related));
  } catch (error) {
    fillWithFailure(list, error, () => showDiscussions({ slug, label }));
  }
}
