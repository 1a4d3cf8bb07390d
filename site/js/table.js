import { element } from "./dom.js";

/**
 * A table that is a list on a phone: there, each cell is told by its column's name.
 *
 * @param {string} caption for those who do not see where it stands
 * @param {string[]} columns
 * @param {(Node|string)[][]} rows the first cell is the row's heading
 */
export function table(caption, columns, rows) {
  const head = columns.map((name) => element("th", { scope: "col" }, name));
  const body = rows.map(([first, ...cells]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, first),
      cells.map((cell, at) => element("td", { "data-label": columns[at + 1] }, cell)),
    ),
  );
  return element(
    "table.list",
    {},
    element("caption.out-of-sight", {}, caption),
    element("thead", {}, element("tr", {}, head)),
    element("tbody", {}, body),
  );
}
