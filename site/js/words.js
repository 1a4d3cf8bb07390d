/**
 * The words around a guide in the guide's language. The English ones, as they stand in the HTML and
 * in the scripts, are the keys; a language that nobody has written down here stays English.
 */
export const LANGUAGES = {
  es: { every: () => import("./words-es.js"), visit: () => import("./words-es-visit.js") },
};
const SHOWN = ["aria-label", "placeholder"];
let words = {};

/** `say("Reviewed by {name}", { name })` in the language of the page. */
export function say(english, values = {}) {
  const sentence = words[english] ?? english;
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** The language of the page's own words. */
export const spoken = () => document.documentElement.lang || "en";

/** A language's name in the page's language, or in its own. */
export function language(code, own = false) {
  const name = new Intl.DisplayNames([own ? code : spoken()], { type: "language" }).of(code);
  return own ? name[0].toLocaleUpperCase(code) + name.slice(1) : name;
}

function translate(root) {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { data } = walk.currentNode;
    const same = words[data.trim()];
    if (same) walk.currentNode.data = data.replace(data.trim(), same);
  }
  for (const name of SHOWN)
    for (const shown of root.querySelectorAll(`[${name}]`))
      shown.setAttribute(name, say(shown.getAttribute(name)));
}

/** Lets the page speak this language from now on, if it can; `more` names words it also needs. */
export async function speak(code, more) {
  const known = Object.hasOwn(LANGUAGES, code);
  if (!known || code === spoken()) return;
  const needed = ["every", more].filter(Boolean).map((name) => LANGUAGES[code][name]());
  words = Object.assign({}, ...(await Promise.all(needed)).map((one) => one.words));
  document.documentElement.lang = code;
  translate(document.body);
}
