/** The guide itself: its sections, what is missing in a language or level, and what is overdue. */
import { element } from "./dom.js";
import { evidence, isOverdue, overdueNote } from "./editorial.js";
import { language, say, spoken } from "./words.js";

const DUE = "This part was due for review on {day}. Some of it may be out of date.";
const CHIPS = { symptoms: "Common signs and symptoms", treatments: "Treatments in use" };

/** The language of words that are not in the page's own. */
export const foreign = (lang) => (lang && lang !== spoken() ? lang : null);

/** Says when a part is not there in the language or at the level that the page is in. */
function fallback({ lang, level }, page) {
  if (lang && lang !== page.lang)
    return say("This part is not available in {wanted} yet. It is shown in {shown}.", {
      wanted: language(page.lang),
      shown: language(lang),
    });
  if (level && level !== page.level)
    return level === "standard"
      ? say("This part is not available in plain words yet.")
      : say("This part is only available in plain words.");
  return "";
}

/** The vocabulary has English names, which help nobody who reads another language. */
function chips(aspect, concepts = [], lang = "en") {
  const heading = CHIPS[aspect];
  if (!heading || concepts.length === 0 || lang !== "en") return null;
  const items = concepts.map(({ name }) => element("li.chip", {}, name));
  return element(
    "div.known",
    {},
    element("p.small.soft", { id: `${aspect}-known` }, say(heading)),
    element("ul.chips", { "aria-labelledby": `${aspect}-known` }, items),
  );
}

/** The server cleans the HTML of sections, the only markup that this site takes from the API. */
function body({ html, lang }) {
  const text = element("div.text", { lang: foreign(lang) });
  text.innerHTML = html;
  return text;
}

/** One section of a page, ready to be shown. */
export function section(part, page) {
  const { id, aspect, heading, lang, editorial } = part;
  const missing = fallback(part, page);
  const urgent = aspect === "urgent-help";
  return element(
    urgent ? "section.urgent-help" : "section",
    { id, tabindex: "-1", "aria-labelledby": `${id}-heading` },
    element("h2", { id: `${id}-heading`, lang: foreign(lang) }, heading),
    missing && element("p.note.small.missing", {}, missing),
    isOverdue(editorial) && overdueNote(editorial, DUE),
    chips(aspect, page[aspect], page.lang),
    body(part),
    evidence(editorial),
  );
}
