/** What machines read about a page: its address, its languages, previews, and schema.org. */
import { api } from "./api.js";
import { element, find, findAll, link, title } from "./dom.js";

const address = (slug, lang) =>
  new URL(link("condition.html", lang === "en" ? { c: slug } : { c: slug, lang }), document.baseURI)
    .href;

function put(selector, made) {
  find(selector)?.remove();
  document.head.append(made);
}

function meta(property, content) {
  const have = find(`meta[property="${property}"]`);
  if (have) have.content = content;
  else document.head.append(element("meta", { property, content }));
}

/** Title, description, canonical address, other languages and link previews. */
export function describe({
  slug,
  label,
  summary = "",
  lang = "en",
  languages = [lang],
  published,
}) {
  title(label);
  find("meta[name=description]").content = summary;
  const here = address(slug, lang);
  put("link[rel=canonical]", element("link", { rel: "canonical", href: here }));
  findAll("link[hreflang]").forEach((old) => old.remove());
  const others = languages.map((code) => [code, address(slug, code)]);
  for (const [hreflang, href] of [...others, ["x-default", address(slug, "en")]])
    document.head.append(element("link", { rel: "alternate", hreflang, href }));
  const preview = { type: "article", title: label, description: summary, url: here };
  for (const [name, content] of Object.entries(preview)) meta(`og:${name}`, content);
  meta("og:locale", lang === "es" ? "es_ES" : lang === "en" ? "en_US" : lang);
  if (published) meta("article:modified_time", published);
}

/** The same schema.org data that the API gives by itself: a block of data, never executed. */
export async function embedData({ slug, lang }) {
  const query = { lang };
  const path = `/conditions/${encodeURIComponent(slug)}`;
  const data = await api(path, { accept: "application/ld+json", query }).catch(() => null);
  if (!data) return;
  const block = element("script", { type: "application/ld+json", id: "data" });
  block.textContent = JSON.stringify(data).replaceAll("<", "\\u003c");
  put("#data", block);
}
