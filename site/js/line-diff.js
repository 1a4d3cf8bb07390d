/** Which lines of a text were added and which removed; the longest common lines stay. */
import { element } from "./dom.js";

const CONTEXT = 2;
const WORDS = { added: "Added: ", removed: "Removed: ", same: "" };
const SIGNS = { added: "+", removed: "−", same: " " };

/** Lengths of the longest common lines of what follows each pair of places. */
function lengths(before, after) {
  const table = Array.from({ length: before.length + 1 }, () => Array(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      table[i][j] =
        before[i] === after[j]
          ? table[i + 1][j + 1] + 1
          : Math.max(table[i + 1][j], table[i][j + 1]);
  return table;
}

/** `[{op: "same" | "added" | "removed", text}]` from one text to the other. */
export function compare(before, after) {
  const old = before === "" ? [] : before.split("\n");
  const now = after === "" ? [] : after.split("\n");
  const table = lengths(old, now);
  const lines = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push({ op: "same", text: old[i++] });
      j++;
    } else if (j >= now.length || (i < old.length && table[i + 1][j] >= table[i][j + 1])) {
      lines.push({ op: "removed", text: old[i++] });
    } else {
      lines.push({ op: "added", text: now[j++] });
    }
  }
  return lines;
}

function line({ op, text }) {
  const tag = { added: "ins", removed: "del", same: "span" }[op];
  return element(
    `li.${op}`,
    {},
    element("span.sign", { "aria-hidden": "true" }, SIGNS[op]),
    element(tag, {}, WORDS[op] && element("span.out-of-sight", {}, WORDS[op]), text || " "),
  );
}

const skipped = (n) =>
  element("li.skipped", {}, n === 1 ? "1 line is the same" : `${n} lines are the same`);

/** A list of lines that can be read without seeing colours; what is the same is cut short. */
export function difference(lines) {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ op }) => op !== "same"),
  );
  const items = [];
  let hidden = 0;
  lines.forEach((one, at) => {
    if (!near[at]) return hidden++;
    if (hidden) items.push(skipped(hidden));
    hidden = 0;
    items.push(line(one));
  });
  if (hidden) items.push(skipped(hidden));
  return element("ul.diff", {}, items);
}
