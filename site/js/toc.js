import { element, find, findAll } from "./dom.js";

/** Puts the sections into the on-page navigation, and marks the one in view. */
export function showContents(list, sections) {
  const made = sections.map(({ id, heading }) =>
    element("li", {}, element("a", { href: `#${id}` }, heading)),
  );
  list.prepend(...made);
  const links = new Map(findAll("a", list).map((to) => [to.hash.slice(1), to]));
  const watch = new IntersectionObserver(
    (entries) => {
      const seen = entries.find((entry) => entry.isIntersecting);
      if (!seen) return;
      find("[aria-current]", list)?.removeAttribute("aria-current");
      links.get(seen.target.id).setAttribute("aria-current", "location");
    },
    // A section is the current one while it crosses the upper part of the window.
    { rootMargin: "-10% 0px -75% 0px" },
  );
  for (const id of links.keys()) {
    const part = document.getElementById(id);
    if (part) watch.observe(part);
  }
}
