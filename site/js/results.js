/** What the search found: guides and their sections, with the words that fitted. */
import { api } from "./api.js";
import { element, fill, fillWithFailure, find, link } from "./dom.js";
import { fold } from "./suggestions.js";

/** Text and marked text, never markup. */
const words = (snippet) =>
  snippet.map(({ text, mark }) => (mark ? element("mark", {}, text) : text));

/** Another name that was found, unless it is in sight already: "ALS" is in "Sclerosis (ALS)". */
function also({ label, name, shortName, matched }) {
  if (!matched) return null;
  const bracketed = label?.match(/^(.+?) \((.+)\)$/) ?? [];
  const known = [label, name, shortName, ...bracketed].filter(Boolean).map(fold);
  return !known.includes(fold(matched)) && element("p.small.soft", {}, `Also called ${matched}`);
}

function result(one) {
  const { slug, label, section, lang = "en", snippet = [] } = one;
  const query = lang === "en" ? { c: slug } : { c: slug, lang };
  const href = link("condition.html", query) + (section ? `#${section.id}` : "");
  const foreign = lang === "en" ? null : lang;
  return element(
    "li",
    { lang: foreign },
    element("h3", {}, element("a", { href }, section ? `${label}: ${section.heading}` : label)),
    snippet.length > 0 && element("p", {}, words(snippet)),
    also(one),
  );
}

function understood(concepts = []) {
  const place = find("#understood");
  place.hidden = concepts.length === 0;
  const chips = concepts.map(({ name, matched }) => {
    const same = !matched || matched.toLowerCase() === name.toLowerCase();
    return element("span.chip", {}, name, !same && element("small", {}, `from “${matched}”`));
  });
  fill(place, element("span.soft", {}, "We understood:"), chips);
}

/** Guides that have the words in one of their names, from a server that cannot search texts. */
async function named(asked) {
  const { items } = await api("/conditions", { query: { q: asked, limit: 25 } });
  return { items: items.filter(({ page }) => page) };
}

async function search(asked) {
  try {
    return await api("/search", { query: { q: asked, limit: 25 } });
  } catch (error) {
    if (error.status !== 404) throw error;
    return named(asked);
  }
}

export async function showResults(asked) {
  const heading = find("#found-heading");
  const list = find("#results");
  find("#found").hidden = false;
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await search(asked);
    const { length } = answer.items;
    const results = length === 1 ? "1 result" : `${length} results`;
    heading.textContent = length ? `${results} for “${asked}”` : `Nothing found for “${asked}”`;
    understood(answer.understood);
    const other = element(
      "li",
      {},
      element("p", {}, "Try fewer or other words: what it is called, or what it feels like."),
    );
    fill(list, length ? answer.items.map(result) : other);
    heading.focus();
  } catch (error) {
    fillWithFailure(list, error, () => showResults(asked));
  }
}
