/**
 * The words around a guide in the guide's language. The English ones, as they stand in the HTML and
 * in the scripts, are the keys; a language that nobody has written down here stays English.
 */
const LANGUAGES = {
  es: { every: () => import("./words-es.js"), visit: () => import("./words-es-visit.js") },
};
const SHOWN = ["aria-label", "placeholder", "data-label"];
let words = {};

const put = (sentence, values) =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** `say("Reviewed by {name}", { name })` in the language of the page. */
export const say = (english, values = {}) => put(words[english] ?? english, values);

/** The language of the page's own words. */
export const spoken = () => document.documentElement.lang || "en";

const called = (code, lang) => new Intl.DisplayNames([lang], { type: "language" }).of(code);

/**
 * A sentence about languages in another one than the page's, and which one that is: the page's own
 * when nobody has written the words down there.
 */
export async function sayIn(code, english, codes) {
  const there = code !== spoken() && Object.hasOwn(LANGUAGES, code) && LANGUAGES[code].every();
  const found = there && (await there.catch(() => null))?.words[english];
  const lang = found ? code : spoken();
  const names = Object.entries(codes).map(([name, one]) => [name, called(one, lang)]);
  return { lang, sentence: put(found || (words[english] ?? english), Object.fromEntries(names)) };
}

/** A language's name in the page's language, or in its own. */
export function language(code, own = false) {
  const name = called(code, own ? code : spoken());
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
