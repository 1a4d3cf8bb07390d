/** A list of conditions, symptoms or treatments, each with what more there is to say about it. */
import { conceptEntry, whichOne } from "./concept-entry.js";
import { element, fill, find } from "./dom.js";
import { entryFields } from "./entry-fields.js";
import { inShort } from "./entry-words.js";
import { entryKey, KINDS } from "./profile.js";
import { meaning } from "./vocabulary.js";

const called = ({ label, name, typed }) => label ?? name ?? typed;
const LAST = "One condition has to stay. Add the other one first, then this can be removed.";
const inWords = (entry) =>
  [entry.typed && "kept as you typed it", inShort(entry)].filter(Boolean).join(" · ");
const sameEntry = (one, other) => entryKey(one).toLowerCase() === entryKey(other).toLowerCase();

/**
 * @param {object} document whose list of this name is edited
 * @param {string} name "conditions", "symptoms" or "treatments"
 * @param {{add: string, changed: () => void}} options `add` is the label of the box that adds
 */
export function entriesField(document, name, { add, changed }) {
  const kind = KINDS[name];
  const list = element("ul.bare.entries", { "data-pointer": `/${name}`, tabindex: "-1" });
  let removed;

  function redraw(open) {
    const opened = new Set(
      [...list.querySelectorAll("details[open]")].map((one) => one.dataset.key),
    );
    if (open) opened.add(entryKey(open));
    const items = document[name].map((one) => item(one, opened.has(entryKey(one))));
    if (removed) items.splice(removed.at, 0, undo());
    fill(list, items);
    list.hidden = items.length === 0;
  }

  function after(open) {
    redraw(open);
    changed();
  }

  /** What is taken out can be put back with one press, details and all. */
  function undo() {
    const put = () => {
      const { entry, at } = removed;
      removed = undefined;
      document[name].splice(at, 0, entry);
      after();
      find(`[data-key="${CSS.escape(entryKey(entry))}"] summary`, list)?.focus();
    };
    const words = `${called(removed.entry)} is removed. `;
    const button = element(
      "button.button.quiet.slim",
      { type: "button", onclick: put },
      "Put it back",
    );
    return element("li.undo", {}, element("span", {}, words), button);
  }

  function remove(entry) {
    removed = { entry, at: document[name].indexOf(entry) };
    document[name].splice(removed.at, 1);
    after();
    find(".undo button", list).focus();
  }

  function replace(entry, chosen) {
    const there = chosen && document[name].some((one) => one.id === chosen.id);
    const { id, typed, asTyped, ...details } = entry;
    const known = chosen && { id: chosen.id, name: chosen.name, label: chosen.label };
    const made = { ...(known || { typed, asTyped: true }), ...details };
    document[name].splice(document[name].indexOf(entry), 1, ...(there ? [] : [made]));
    after(made);
    find(`[data-key="${CSS.escape(entryKey(made))}"] summary`, list)?.focus();
  }

  /** Words that nobody knows, or that mean several things: what they mean is asked when opened. */
  async function ask(entry, place) {
    const { candidates = [] } = await meaning(kind, entry.typed);
    if (candidates.length === 0) return fill(place);
    return fill(
      place,
      whichOne(entry.typed, candidates, (chosen) => replace(entry, chosen)),
    );
  }

  /** What words that nobody knows may mean, before the rest. */
  function meant(entry, box) {
    if (!entry.typed) return null;
    const place = element("div");
    box.addEventListener("toggle", () => box.open && ask(entry, place));
    const words = "We keep it as you typed it. Nobody can be found by it yet.";
    return [element("p.hint", {}, words), place];
  }

  /** `note` follows what is said in the fields. */
  function fields(entry, note) {
    const shorten = () => (note.textContent = inWords(entry));
    const more = () => (shorten(), changed());
    const at = `/${name}/${entryKey(entry)}`;
    const events = { oninput: shorten, onchange: shorten };
    return element("div", events, entryFields[name](entry, at, more));
  }

  function leaving(entry) {
    if (name === "conditions" && document[name].length === 1) return element("p.hint", {}, LAST);
    const press = { type: "button", onclick: () => remove(entry) };
    return element("button.button.danger.slim", press, `Remove ${called(entry)}`);
  }

  function item(entry, open) {
    const key = entryKey(entry);
    const note = element("small", {}, inWords(entry));
    const summary = element("summary", {}, element("span", {}, called(entry)), note);
    const box = element("details.entry", { "data-key": key, open }, summary);
    box.append(...[meant(entry, box), fields(entry, note), leaving(entry)].flat().filter(Boolean));
    return element("li", { "data-pointer": `/${name}/${key}`, tabindex: "-1" }, box);
  }

  function take(entry) {
    if (document[name].some((one) => sameEntry(one, entry)))
      return `${called(entry)} is there already.`;
    document[name].push(entry);
    removed = undefined;
    after();
    return entry.typed
      ? `${called(entry)} is new to us. It is kept as you typed it.`
      : `${called(entry)} is added. Open it to say more.`;
  }

  redraw();
  return [list, conceptEntry(kind, { label: add, add: take })];
}
