import "./site.js";
import { api } from "./api.js";
import { element, fill, fillWithFailure, find, link } from "./dom.js";

const SHOWN = 12;

/** The first of the conditions; the others are one step away, from A to Z. */
async function show() {
  const list = find("#conditions");
  try {
    const { items } = await api("/conditions", { query: { limit: SHOWN } });
    fill(
      list,
      items.map(({ slug, label }) =>
        element("li", {}, element("a", { href: link("condition.html", { c: slug }) }, label)),
      ),
    );
  } catch (error) {
    fillWithFailure(list, error, show);
  }
}

await show();
