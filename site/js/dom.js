/** Building pages from API data: everything goes in as text, never as markup. */
import { say } from "./words.js";

export const find = (selector, root = document) => root.querySelector(selector);
export const findAll = (selector, root = document) => [...root.querySelectorAll(selector)];

/**
 * Makes an element: `element("a.chip", { href, onclick }, "text", otherElement)`.
 * Attributes that are null, undefined or false are left out, and so are such children.
 */
export function element(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const made = document.createElement(name);
  if (classes.length) made.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child || child === 0));
  return made;
}

/** Replaces what is inside and says that loading is over. */
export function fill(container, ...children) {
  container.replaceChildren(...children.flat().filter(Boolean));
  container.removeAttribute("aria-busy");
}

/** The place of an asynchronous part shows what went wrong, and a button that tries again. */
export function fillWithFailure(container, error, retry) {
  const again = element(
    "button.button.quiet.slim",
    { type: "button", onclick: retry },
    say("Try again"),
  );
  fill(container, element("p", { role: "alert" }, error.message), element("p", {}, again));
}

export const parameter = (name) => new URLSearchParams(location.search).get(name) ?? "";
export const link = (page, query) => `${page}?${new URLSearchParams(query)}`;
export const plural = (n, one, many = `${one}s`) =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

export function title(...parts) {
  document.title = [...parts, "Alike"].join(" · ");
}

/** A round picture with the first letter of somebody's name. */
export function avatar(name) {
  const tint = [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 5;
  return element(
    `span.avatar.t${tint}`,
    { "aria-hidden": "true" },
    [...name][0]?.toUpperCase() ?? "·",
  );
}
