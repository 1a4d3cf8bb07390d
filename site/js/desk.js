/** Loading and saving a page's draft. Knows the API, and nothing of how it looks. */
import { exchange } from "./api.js";

const blank = (slug, sections) => ({
  slug,
  alsoKnownAs: [],
  covers: [],
  symptoms: [],
  treatments: [],
  sources: [{ id: "", title: "", publisher: "", url: "https://" }],
  variants: [{ lang: "en", level: "standard", summary: "", sections }],
});

/** One page on an editor's desk: its stored state, its version, and ways to change them. */
export function desk(slug) {
  const path = `/conditions/${encodeURIComponent(slug)}`;
  const call = (rest, options) => exchange(`${path}${rest}`, { member: true, ...options });

  return {
    /** What is stored: `{data, tag}`; `data.state` is "new" when there is nothing yet. */
    async load(sections) {
      try {
        return await call("/draft");
      } catch (error) {
        if (error.status !== 404) throw error;
        return { data: { slug, state: "new", document: blank(slug, sections) }, tag: null };
      }
    },
    save: (tag, body) =>
      call("", { method: "PUT", body, ...(tag ? { match: tag } : { fresh: true }) }),
    check: (document) => call("/preview", { method: "POST", body: { document } }),
    drop: (tag) => call("/draft", { method: "DELETE", match: tag }),
    withdraw: (tag) => call("", { method: "DELETE", match: tag }),
  };
}
