/** A list of conditions, symptoms or treatments, each with what more there is to say about it. */
import { conceptEntry, whichOne } from "./concept-entry.js";
import { element, fill, find } from "./dom.js";
import { entryFields } from "./entry-fields.js";
import { inShort } from "./entry-words.js";
import { entryKey, KINDS } from "./profile.js";
import { meaning } from "./vocabulary.js";

const called = ({ label, name, typed }) => label ?? name ?? typed;
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
    const made = chosen
      ? { id: chosen.id, name: chosen.name, label: chosen.label }
      : { typed: entry.typed, asTyped: true };
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

  function unknown(entry) {
    const place = element("div");
    const words = "We keep it as you typed it. Nobody can be found by it yet.";
    return { fields: [element("p.hint", {}, words), place], opened: () => ask(entry, place) };
  }

  function known(entry, at, note) {
    const shorten = () => (note.textContent = inShort(entry));
    const box = element(
      "div",
      { oninput: shorten, onchange: shorten },
      entryFields[name](entry, at, () => (shorten(), changed())),
    );
    return { fields: [box], opened: () => {} };
  }

  function item(entry, open) {
    const key = entryKey(entry);
    const at = `/${name}/${key}`;
    const note = element("small", {}, entry.typed ? "kept as you typed it" : inShort(entry));
    const { fields, opened } = entry.typed ? unknown(entry) : known(entry, at, note);
    const last = name === "conditions" && document[name].length === 1;
    const button = element(
      "button.button.danger.slim",
      { type: "button", onclick: () => remove(entry) },
      `Remove ${called(entry)}`,
    );
    const box = element(
      "details.entry",
      { "data-key": key, open },
      element("summary", {}, element("span", {}, called(entry)), note),
      fields,
      last
        ? element(
            "p.hint",
            {},
            "One condition has to stay. Add the other one first, then this can be removed.",
          )
        : button,
    );
    box.addEventListener("toggle", () => box.open && opened());
    return element("li", { "data-pointer": at, tabindex: "-1" }, box);
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
