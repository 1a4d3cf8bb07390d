import "./site.js";
import { api } from "./api.js";
import { element, fill, fillWithFailure, find, link, parameter } from "./dom.js";

const asked = parameter("q").trim();

/** What fits the question, or every condition that has a page. */
async function conditions() {
  if (asked)
    return (await api("/conditions", { query: { q: asked, limit: 50 } })).items.filter(
      ({ page }) => page,
    );
  const all = [];
  let cursor;
  do {
    const { items, next } = await api("/conditions", { query: { limit: 50, cursor } });
    all.push(...items);
    cursor = next;
  } while (cursor);
  return all;
}

async function show() {
  const list = find("#conditions");
  try {
    const found = await conditions();
    if (asked)
      find("#directory").textContent = found.length
        ? `Conditions that fit “${asked}”`
        : `We have no page for “${asked}” yet`;
    fill(
      list,
      found.map(({ slug, label }) =>
        element("li", {}, element("a", { href: link("condition.html", { c: slug }) }, label)),
      ),
    );
    find("#all").hidden = !asked;
  } catch (error) {
    fillWithFailure(list, error, show);
  }
}

find(".search input").value = asked;
await show();
if (asked) find("#directory").focus();
