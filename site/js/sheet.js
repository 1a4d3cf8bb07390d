/** The sheet for a doctor's visit: questions first, then the guide, room for notes, and sources. */
import { day } from "./dates.js";
import { dated, isOverdue } from "./editorial.js";
import { element } from "./dom.js";
import { foreign } from "./guide.js";
import { say } from "./words.js";

const BLANK = 3;

const rule = () => element("span.rule", { "aria-hidden": "true" });

function blank(label) {
  return element("span.blank", {}, `${label} `, rule());
}

function question(words) {
  return element("li", {}, words, rule(), rule());
}

function questions(asked) {
  const empty = Array.from({ length: asked.length ? 1 : BLANK }, () => question(""));
  return element(
    "section",
    {},
    element("h3", {}, say("My questions")),
    element("ol.questions", {}, asked.map(question), empty),
  );
}

/** The server cleans the HTML of sections, the only markup that this site takes from the API. */
function text({ heading, html, lang, editorial }) {
  const body = element("div");
  body.innerHTML = html;
  const due = isOverdue(editorial) && say("Due for review; may be out of date.");
  return element(
    "div",
    { lang: foreign(lang) },
    element("h4", {}, heading),
    due && element("p.due", { lang: foreign(lang) && document.documentElement.lang }, due),
    body,
  );
}

function part(one, other) {
  const urgent = one.aspect === "urgent-help" ? ".urgent" : "";
  return element(`div.part${urgent}${other ? ".two" : ""}`, {}, text(one), other && text(other));
}

function sources(pages, chosen) {
  const parts = pages.flatMap(({ sections }) => sections.filter(({ id }) => chosen.includes(id)));
  const used = parts.flatMap(({ editorial }) => editorial?.sources ?? []);
  const all = used.length ? used : (pages[0].editorial?.sources ?? []);
  const unique = [...new Map(all.map((one) => [one.url ?? one.title, one])).values()];
  return unique.map(({ title, publisher, url }) =>
    element("li", {}, [title, publisher].filter(Boolean).join(", "), url && ` (${url})`),
  );
}

/** When each of the parts was reviewed last: once, if they all were on the same day. */
function reviews(page, chosen) {
  const parts = page.sections.filter(({ id, editorial }) => chosen.includes(id) && editorial);
  const days = [...new Set(parts.map(({ editorial }) => editorial.reviewed))];
  if (days.length < 2) {
    const { reviewed = page.editorial?.reviewed, reviewedBy: name } =
      parts[0]?.editorial ?? page.editorial ?? {};
    return (
      reviewed && element("p", {}, dated("Last reviewed {day} by {name}.", reviewed, { name }))
    );
  }
  const each = parts.map(({ heading, editorial }) => [`${heading} `, day(editorial.reviewed)]);
  const listed = each.flatMap((one, at) => [at > 0 && "; ", ...one]);
  return element("p", {}, `${say("Last reviewed")}: `, listed, ".");
}

/**
 * @param {object} page the guide
 * @param {object} [other] the same guide in a second language
 * @param {{asked: string[], chosen: string[]}} choice questions, and ids of sections
 */
export function sheet(page, other, { asked, chosen }) {
  const parts = page.sections.filter(({ id }) => chosen.includes(id));
  // A part that is not there in the second language would only stand there twice.
  const twin = ({ id, lang }) => other?.sections.find((one) => one.id === id && one.lang !== lang);
  const notes = Array.from({ length: 5 }, rule);
  return [
    element(
      "header",
      {},
      element("p.title", {}, say("For my appointment")),
      element("p.condition", {}, [page.label, other?.label].filter(Boolean).join(" / ")),
      element("p.blanks", {}, blank(say("Name")), blank(say("Date"))),
    ),
    questions(asked),
    parts.length > 0 &&
      element(
        other ? "section.guide" : "section.guide.columns",
        {},
        element("h3", {}, say("From the guide")),
        parts.map((one) => part(one, twin(one))),
      ),
    element("section.notes", {}, element("h3", {}, say("Notes")), notes),
    element(
      "footer",
      {},
      element("p", {}, element("strong", {}, say(page.disclaimer ?? ""))),
      reviews(page, chosen),
      element("p", {}, `${say("Sources")}:`),
      element("ol", {}, sources([page, other].filter(Boolean), chosen)),
    ),
  ];
}
