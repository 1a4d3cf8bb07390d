/** The comparison of two people as tables, which are lists on a phone. */
import { compared } from "./compare.js";
import { element, fill } from "./dom.js";
import { table } from "./table.js";

const nothing = (words) => element("span.soft", {}, "–", element("span.out-of-sight", {}, words));

function rowOf({ name, mine, theirs, both }) {
  return [
    element("span", {}, name, both && " ", both && element("small.badge", {}, "in common")),
    mine || nothing("not told"),
    theirs || nothing("not shown"),
  ];
}

function part({ heading, shown, rows }, name) {
  const title = element("h3", {}, heading);
  if (!shown)
    return [title, element("p.soft", {}, `${name} shows no ${heading.toLowerCase()} to you.`)];
  const caption = `${heading}: you and ${name}`;
  return rows.length && [title, table(caption, [heading, "You", name], rows.map(rowOf))];
}

/** @param {object} me as `GET /me` answers @param {object} them a card */
export const showCompared = (place, me, them) =>
  fill(
    place,
    compared(me, them).flatMap((one) => part(one, them.displayName)),
  );
