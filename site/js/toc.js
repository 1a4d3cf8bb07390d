import { element, find, findAll } from "./dom.js";
import { foreign } from "./guide.js";

let links = new Map();
let waiting = false;

/** The current section is the last one that has reached the upper part of the window. */
function mark() {
  waiting = false;
  const line = innerHeight * 0.3;
  const parts = [...links.keys()];
  const passed = parts.filter((part) => part.getBoundingClientRect().top <= line);
  const root = document.documentElement;
  const atEnd = scrollY + innerHeight >= root.scrollHeight - 2;
  const current = scrollY > 0 && atEnd ? parts.at(-1) : passed.at(-1);
  for (const [part, to] of links)
    if (part === current) to.setAttribute("aria-current", "location");
    else to.removeAttribute("aria-current");
}

addEventListener(
  "scroll",
  () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  },
  { passive: true },
);

/** Puts the sections into the on-page navigation, and marks the one in view. */
export function showContents(list, sections) {
  findAll("[data-section]", list).forEach((old) => old.remove());
  const made = sections.map(({ id, heading, lang, aspect }) =>
    element(
      aspect === "urgent-help" ? "li.urgent" : "li",
      { "data-section": true },
      element("a", { href: `#${id}`, lang: foreign(lang) }, heading),
    ),
  );
  list.prepend(...made);
  links = new Map(
    findAll("a", list)
      .map((to) => [find(`article #${CSS.escape(to.hash.slice(1))}`), to])
      .filter(([part]) => part),
  );
  mark();
}
