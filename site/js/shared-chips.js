/** Why two people are alike: what both have, most telling first, and how rare that is among members. */
import { element } from "./dom.js";

function chip({ name, rarity }) {
  const rare = rarity?.startsWith("rare");
  return element(
    rare ? "li.chip.rare" : "li.chip",
    {},
    name,
    rarity && element("small", {}, ` ${rarity}`),
  );
}

/**
 * What stands on both sides, when the server names nothing in common because so few have it: what
 * the other shows is seen here anyway.
 */
export const inSight = (me, member) =>
  ["symptoms", "treatments", "conditions"].flatMap((field) => {
    const mine = new Set(me[field]?.map(({ id }) => id));
    return (member[field] ?? []).filter(({ id }) => mine.has(id));
  });

/** @param {number} most so many are shown, and how many more there are */
export function sharedChips(shared, most = Infinity) {
  const more = shared.length - most;
  return element(
    "ul.chips",
    { "aria-label": "What you have in common" },
    shared.slice(0, most).map(chip),
    more > 0 && element("li.chip.more", {}, `and ${more} more`),
  );
}
