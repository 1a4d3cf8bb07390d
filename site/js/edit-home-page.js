import "./site.js";
import { api } from "./api.js";
import { roles, session, signInLink } from "./auth.js";
import { combobox } from "./combobox.js";
import { ago, day, moment } from "./dates.js";
import { authorName, STATES } from "./desk-state.js";
import { element, fill, fillWithFailure, find, link } from "./dom.js";
import { isOverdue } from "./editorial.js";
import { table } from "./table.js";
import { suggestConditions } from "./vocabulary.js";
import { language } from "./words.js";

const KINDS = ["condition", "symptom", "treatment"];
const member = true;
const editLink = ({ slug, label = slug }) =>
  element("a", { href: link("edit-page.html", { c: slug }) }, label);
const versions = ({ slug, label = slug }) =>
  element(
    "a",
    { href: link("history.html", { c: slug }) },
    "Versions",
    element("span.out-of-sight", {}, ` of ${label}`),
  );

/** Loads a part of the page; when that fails, the part says so and offers to try again. */
async function part(id, load) {
  const place = find(id);
  try {
    fill(place, await load());
  } catch (error) {
    fillWithFailure(place, error, () => part(id, load));
  }
}

async function drafts() {
  const { items } = await api("/drafts", { member });
  if (items.length === 0) return element("p", {}, "There are no drafts.");
  const rows = items.map((one) => [
    editLink(one),
    [STATES[one.state] ?? one.state, one.publishAt && ` ${moment(one.publishAt)}`],
    [authorName(one.author), " ", ago(one.updated)],
    one.note ?? "",
  ]);
  return table("Drafts", ["Page", "State", "Saved", "Note"], rows);
}

const shown = [];
let cursor;

async function pages() {
  const query = { order: "nextReview", limit: 25, cursor };
  const { items, next } = await api("/conditions", { query });
  shown.push(...items);
  cursor = next;
  find("#further").hidden = !next;
  const due = (one) =>
    one.nextReview &&
    element(
      isOverdue(one) ? "span.overdue" : "span",
      {},
      isOverdue(one) && "Overdue since ",
      day(one.nextReview),
    );
  const rows = shown.map((one) => [
    editLink(one),
    due(one) ?? "",
    one.reviewed ? day(one.reviewed) : "",
    (one.languages ?? []).map((code) => language(code)).join(", "),
    versions(one),
  ]);
  return table("All pages", ["Page", "Next review", "Last review", "Languages", "History"], rows);
}

async function words() {
  const answers = KINDS.map((kind) => api("/vocabulary/unresolved", { member, query: { kind } }));
  const items = (await Promise.all(answers)).flatMap((answer) => answer.items);
  const unique = [...new Map(items.map((one) => [`${one.kind} ${one.words}`, one])).values()];
  if (unique.length === 0) return element("p", {}, "There are none.");
  unique.sort((one, other) => other.people - one.people);
  const rows = unique.map(({ kind, words: typed, people }) => [`“${typed}”`, kind, String(people)]);
  return table("Words we do not know", ["Words", "Kind", "People"], rows);
}

function offerNewPage() {
  const entry = find("#condition");
  const open = ({ value }) => location.assign(link("edit-page.html", { c: value }));
  combobox(entry, suggestConditions, open);
  find("#start").addEventListener("submit", (event) => event.preventDefault());
}

if (!session()) location.replace(signInLink());
else if (!roles().includes("editor")) find("#stranger").hidden = false;
else {
  find("#editor").hidden = false;
  find("#further").addEventListener("click", () => part("#pages", pages));
  offerNewPage();
  part("#drafts", drafts);
  part("#pages", pages);
  part("#words", words);
}
