import { day, past } from "./dates.js";
import { element, fill, find } from "./dom.js";
import { say } from "./words.js";

const web = (address) => (/^https?:\/\//.test(address ?? "") ? address : null);

function source(one) {
  const words = one.title ?? one.name ?? one.url ?? one;
  const href = web(one.url ?? one);
  return [
    href ? element("a", { href, rel: "noopener" }, words) : words,
    one.publisher && `, ${one.publisher}`,
  ];
}

/** A sentence with a date in it: `{day}` stands where the date goes. */
export function dated(sentence, iso, values) {
  const [before, after] = say(sentence, { ...values, day: "\n" }).split("\n");
  return [before, day(iso), after];
}

const reviewLine = ({ reviewedBy, reviewed }) =>
  reviewed &&
  (reviewedBy
    ? dated("Last reviewed {day} by {name}.", reviewed, { name: reviewedBy })
    : dated("Last reviewed {day}.", reviewed));

/** Whether a review is due by now; the server says so, and so does the calendar. */
export const isOverdue = ({ overdue, nextReview } = {}) => Boolean(overdue) || past(nextReview);

/** Who looked at a section, when, and what it rests on: one quiet paragraph below it. */
export function evidence(editorial) {
  if (!editorial) return null;
  const { nextReview, sources = [] } = editorial;
  const listed = sources.flatMap((one, at) => [at > 0 && "; ", ...source(one)]);
  return element(
    "p.evidence",
    {},
    [reviewLine(editorial) ?? []].flat(),
    nextReview && [" ", ...dated("Next review due {day}.", nextReview)],
    listed.length > 0 && [" ", `${say("Sources")}: `, ...listed, "."],
  );
}

/** The notice of a text that nobody has looked at again in time. */
export function overdueNote({ nextReview }, sentence) {
  return element("p.note.due.small", {}, nextReview ? dated(sentence, nextReview) : say(sentence));
}

/** Who looked at the page, when it will be looked at again, and what it rests on. */
export function showEditorial(place, editorial = {}) {
  const { nextReview, sources = [] } = editorial;
  const lines = [
    reviewLine(editorial),
    nextReview && dated("Next review due {day}.", nextReview),
  ].filter(Boolean);
  fill(
    find("[data-dates]", place),
    lines.map((line) => element("p", {}, line)),
  );
  fill(
    find("[data-sources]", place),
    sources.map((one) => element("li", {}, source(one))),
  );
  find("[data-has-sources]", place).hidden = sources.length === 0;
}
