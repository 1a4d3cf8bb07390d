/** The page as readers will see it, made by the server from what is being typed. */
import { api } from "./api.js";
import { element, fill, find } from "./dom.js";
import { section } from "./guide.js";
import { variantName } from "./manuscript-form.js";

const REST = 700;

/** One reading of a page, as the condition page shows it. */
export function reading(page) {
  // Two texts of one page may be on the screen; only their own names may be taken twice.
  const parts = page.sections.map((part) => section({ ...part, id: `shown-${part.id}` }, page));
  const wrong = page.lang !== document.documentElement.lang && page.lang;
  return [
    element("p.preview-title", { lang: wrong }, page.label),
    element("p.lede", { lang: wrong }, page.summary),
    ...parts,
  ];
}

/**
 * @param {HTMLElement} place
 * @param {string} slug
 * @param {() => object} document what is being edited
 */
export function livePreview(place, slug, document) {
  let timer;
  let request = new AbortController();
  let shown = { lang: "en", level: "standard" };

  async function refresh() {
    request.abort();
    request = new AbortController();
    const { signal } = request;
    const query = { lang: shown.lang, level: shown.level };
    const path = `/conditions/${encodeURIComponent(slug)}/preview`;
    const body = { document: document() };
    try {
      const page = await api(path, { method: "POST", member: true, query, body, signal });
      if (signal.aborted) return;
      find("#preview-of").textContent = variantName(shown);
      find("#preview-state").textContent = "";
      fill(place, reading(page));
    } catch (error) {
      if (signal.aborted) return;
      const broken = error.errors?.length;
      find("#preview-state").textContent = broken
        ? "Not up to date: something is missing. “Check” says what."
        : `Not up to date. ${error.message}`;
    }
  }

  return {
    refresh,
    /** Told of each change; waits until the fingers rest. */
    soon() {
      clearTimeout(timer);
      timer = setTimeout(refresh, REST);
    },
    /** Shows another text of the page, and the section that is being written. */
    async turnTo(reader, part) {
      const same = reader.lang === shown.lang && reader.level === shown.level;
      shown = reader;
      if (!same) await refresh();
      const frame = place.parentElement;
      const written = part && find(`#shown-${CSS.escape(part)}`, place);
      if (!written || frame.scrollHeight <= frame.clientHeight) return;
      const way = written.getBoundingClientRect().top - frame.getBoundingClientRect().top;
      frame.scrollBy({ top: way - 16 });
    },
  };
}
