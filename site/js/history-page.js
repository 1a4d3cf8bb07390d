import "./site.js";
import { api, exchange } from "./api.js";
import { roles, session, signInLink } from "./auth.js";
import { placeName } from "./conflict.js";
import { moment } from "./dates.js";
import { authorName, label } from "./desk-state.js";
import { element, fill, fillWithFailure, find, link, parameter, title } from "./dom.js";
import { difference } from "./line-diff.js";
import { isFirst } from "./manuscript-form.js";
import { reading } from "./preview.js";
import { askSure } from "./publish.js";
import { table } from "./table.js";

const ORIGINS = { editor: "", import: "", restore: "restored", schedule: "scheduled" };
const MAIN = { lang: "en", level: "standard" };
const slug = parameter("c");
const path = `/conditions/${encodeURIComponent(slug)}`;
const member = true;
const shown = [];
let cursor;

/** Shows something below the list and takes the reader there. */
async function showBelow(heading, load) {
  find("#shown").hidden = false;
  find("#shown-heading").textContent = heading;
  try {
    fill(find("#changes"), await load());
  } catch (error) {
    fillWithFailure(find("#changes"), error, () => showBelow(heading, load));
  }
  find("#shown-heading").focus();
}

async function changes(since, version) {
  const answer = await api(`${path}/versions/${version}/changes`, { member, query: { since } });
  if (answer.changes.length === 0) return element("p", {}, "Nothing that is written differs.");
  return answer.changes.map((one) =>
    element("section", {}, element("h3", {}, placeName(one)), difference(one.lines)),
  );
}

/** The version as readers saw it; one that breaks newer rules is shown as it was written. */
async function text(version) {
  const { document } = await api(`${path}/versions/${version}`, { member });
  const options = { method: "POST", member, query: MAIN, body: { document } };
  const page = await api(`${path}/preview`, options).catch(() => null);
  if (page) return element("div.prose.card", {}, reading(page));
  const { sections } = document.variants.find(isFirst) ?? document.variants[0];
  return sections.map(({ heading, markdown }) =>
    element("section", {}, element("h3", {}, heading), element("pre", {}, markdown)),
  );
}

async function restore(version) {
  try {
    const { tag } = await exchange(`${path}/draft`, { member }).catch((error) => {
      if (error.status !== 404) throw error;
      return { tag: null };
    });
    const options = { method: "POST", member, ...(tag ? { match: tag } : { fresh: true }) };
    await exchange(`${path}/versions/${version}/restore`, options);
    location.assign(link("edit-page.html", { c: slug }));
  } catch (error) {
    fill(find("#trouble"), element("p.note.bad", { role: "alert" }, error.message));
  }
}

const compare = (from, to) =>
  showBelow(`What changed from version ${from} to version ${to}`, () => changes(from, to));

function act(words, more, onclick) {
  return element(
    "button.plain",
    { type: "button", onclick },
    words,
    element("span.out-of-sight", {}, ` ${more}`),
  );
}

function row({ version, published, author, note, origin, restores }, at) {
  const older = shown[at + 1]?.version;
  const how = restores ? `version ${restores} restored` : (ORIGINS[origin] ?? origin);
  const name = `version ${version}`;
  const actions = [
    act("View", name, () => showBelow(`Version ${version}`, () => text(version))),
    older && act("Changes", `of ${name}`, () => compare(older, version)),
    at > 0 && act("Restore", name, () => askSure("restore", () => restore(version))),
  ];
  return [
    String(version),
    moment(published),
    [authorName(author), how && ` (${how})`],
    note ?? "",
    element("span.row", {}, actions),
  ];
}

function offerComparison() {
  const options = () =>
    shown.map(({ version }) => element("option", { value: version }, String(version)));
  fill(find("#from"), options());
  fill(find("#to"), options());
  find("#from").selectedIndex = 1;
  find("#compare").hidden = shown.length < 2;
}

async function list() {
  const { items, next } = await api(`${path}/versions`, { member, query: { limit: 20, cursor } });
  cursor = next;
  shown.push(...items);
  find("#further").hidden = !next;
  const columns = ["Version", "Published", "By", "Note", "More"];
  fill(
    find("#versions"),
    shown.length ? table("Versions", columns, shown.map(row)) : "There are none yet.",
  );
  offerComparison();
}

async function open() {
  const name = await label({ slug });
  title(`Versions of ${name}`);
  fill(find("#name"), name);
  find("#back").href = link("edit-page.html", { c: slug });
  find("#back").textContent = `Edit ${name}`;
  find("#further").addEventListener("click", list);
  find("#compare").addEventListener("submit", (event) => {
    event.preventDefault();
    compare(find("#from").value, find("#to").value);
  });
  await list();
}

if (!session()) location.replace(signInLink());
else if (!roles().includes("editor")) fill(find("#name"), "For editors");
else
  await open().catch((error) => {
    if (find("#name[aria-busy]")) fill(find("#name"), slug);
    fillWithFailure(find("#trouble"), error, () => location.reload());
  });
