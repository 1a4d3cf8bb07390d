import "./site.js";
import { api } from "./api.js";
import { day } from "./dates.js";
import { isOverdue } from "./editorial.js";
import { element, fill, fillWithFailure, find, link, parameter, title } from "./dom.js";
import { showResults } from "./results.js";
import { language } from "./words.js";

const ALPHABET = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const ORDERS = { name: "By name", reviewed: "Reviewed last", nextReview: "Next to be reviewed" };
const letter = parameter("letter").toUpperCase();
const order = Object.hasOwn(ORDERS, parameter("order")) ? parameter("order") : "name";
const cursor = parameter("cursor");

/** This list with something else; what goes without saying stays out of the address. */
function address(changes) {
  const { letter: l, order: o, cursor: c } = { letter, order, ...changes };
  const query = Object.entries({ letter: l, order: o === "name" ? "" : o, cursor: c });
  const kept = query.filter(([, value]) => value);
  return kept.length ? link("conditions.html", kept) : "conditions.html";
}

function way(text, href, current) {
  return element("li", {}, element("a", { href, "aria-current": current && "true" }, text));
}

function showLetters(letters = []) {
  const all = [...new Set([...ALPHABET, ...letters])].sort();
  const items = all.map((one) =>
    letters.includes(one)
      ? way(one, address({ letter: one }), one === letter)
      : element("li", { "aria-hidden": "true" }, element("span", {}, one)),
  );
  fill(find("#letters"), way("All", address({ letter: "" }), !letter), items);
}

function showOrders() {
  fill(
    find("#order"),
    Object.entries(ORDERS).map(([one, name]) => way(name, address({ order: one }), one === order)),
  );
}

function dates({ reviewed, nextReview, ...more }) {
  if (order === "nextReview")
    return (
      nextReview && [isOverdue({ nextReview, ...more }) ? "Due since " : "Due ", day(nextReview)]
    );
  return reviewed && ["Reviewed ", day(reviewed)];
}

function entry(condition) {
  const { slug, label, languages = [] } = condition;
  const more = [...(dates(condition) || [])];
  const others = languages.filter((code) => code !== "en");
  const named = others.flatMap((code, at) => [
    at > 0 && ", ",
    element("span", { lang: code }, language(code, true)),
  ]);
  return element(
    "li",
    {},
    element("a", { href: link("condition.html", { c: slug }) }, label),
    more.length > 0 && element("small", {}, more),
    others.length > 0 && element("small", {}, "Also in: ", named),
  );
}

/** By name the list has a heading for each letter; otherwise it is one list. */
function groups(items) {
  const list = (some) => element("ul.bare.entries", {}, some.map(entry));
  if (order !== "name") return [list(items)];
  const initial = ({ label }) => label.normalize("NFD")[0].toUpperCase();
  const initials = [...new Set(items.map(initial))];
  return initials.map((one) =>
    element(
      "section.initial",
      { "aria-labelledby": `initial-${one}` },
      element("h3", { id: `initial-${one}` }, one),
      list(items.filter((item) => initial(item) === one)),
    ),
  );
}

async function showList() {
  const place = find("#conditions");
  find("#list").hidden = false;
  showOrders();
  try {
    const query = { order, letter, cursor, limit: 25 };
    const { items, letters, next } = await api("/conditions", { query });
    showLetters(letters);
    fill(place, items.length ? groups(items) : element("p", {}, "Nothing here yet."));
    const paging = find("#paging");
    paging.hidden = !next && !cursor;
    const ways = [
      cursor && element("a.button.quiet.slim", { href: address({}) }, "From the beginning"),
      next && element("a.button.slim", { href: address({ cursor: next }), rel: "next" }, "Next 25"),
    ];
    fill(paging, ways);
  } catch (error) {
    fillWithFailure(place, error, showList);
  }
}

const asked = parameter("q").trim();
if (asked) {
  find(".search input").value = asked;
  title(`“${asked}”`, "Conditions");
  fill(find("#conditions"));
  await showResults(asked);
} else {
  if (letter) title(`Conditions: ${letter}`);
  await showList();
}
