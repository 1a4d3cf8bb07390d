import { day } from "./dates.js";
import { element, fill, find } from "./dom.js";

const web = (address) => (/^https?:\/\//.test(address ?? "") ? address : null);

function source(one) {
  const words = one.title ?? one.name ?? one.url ?? one;
  const href = web(one.url ?? one);
  const publisher = one.publisher && `, ${one.publisher}`;
  return element(
    "li",
    {},
    href ? element("a", { href, rel: "noopener" }, words) : words,
    publisher,
  );
}

/** Who looked at a page, when it will be looked at again, and what it rests on. */
export function showEditorial(place, { reviewedBy, reviewed, nextReview, sources = [] } = {}) {
  const lines = [
    reviewed &&
      element("p", {}, "Last reviewed ", day(reviewed), reviewedBy && ` by ${reviewedBy}`, "."),
    nextReview && element("p", {}, "Next review due ", day(nextReview), "."),
  ];
  fill(find("[data-dates]", place), lines);
  fill(find("[data-sources]", place), sources.map(source));
  find("[data-has-sources]", place).hidden = sources.length === 0;
}
