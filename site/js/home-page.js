import "./site.js";
import { api } from "./api.js";
import { element, fill, fillWithFailure, find, link, parameter } from "./dom.js";

const asked = parameter("q").trim();

const label = ({ name, shortName }) => (shortName ? `${name} (${shortName})` : name);

async function show() {
  const list = find("#conditions");
  try {
    const { items } = await api("/conditions", { query: { q: asked, limit: 50 } });
    if (asked) find("#directory").textContent = items.length ? `Conditions that fit “${asked}”` : `Nothing fits “${asked}” yet`;
    fill(list, items.map((one) => element("li", {}, element("a", { href: link("condition.html", { c: one.slug }) }, label(one)))));
    find("#all").hidden = !asked;
  } catch (error) {
    fillWithFailure(list, error, show);
  }
}

find(".search input").value = asked;
await show();
if (asked) find("#directory").focus();
