/** The notice that a guide is not there in the language that somebody asked for. */
import { element } from "./dom.js";
import { foreign } from "./guide.js";
import { LANGUAGES, say, spoken } from "./words.js";

const MISSING = "This guide is not available in {wanted} yet. It is shown in {shown}.";

/** In the wanted language itself, or in the page's where nobody has written the words down. */
export async function notThere(wanted, shown) {
  const there = Object.hasOwn(LANGUAGES, wanted) && LANGUAGES[wanted].every();
  const own = there && (await there.catch(() => null))?.words[MISSING];
  const lang = own ? wanted : spoken();
  const names = new Intl.DisplayNames([lang], { type: "language" });
  const sentence = (own || say(MISSING, { wanted: "{wanted}", shown: "{shown}" }))
    .replace("{wanted}", names.of(wanted))
    .replace("{shown}", names.of(shown));
  return element("p.note.small", { lang: foreign(lang) }, sentence);
}
