/** A box that adds conditions, symptoms or treatments, and asks back where words may mean several. */
import { combobox } from "./combobox.js";
import { element, fill } from "./dom.js";
import { called, foundBy, meaning, suggestWords } from "./vocabulary.js";

const tidy = (words) => words.trim().replaceAll(/\s+/g, " ");

/**
 * The question which one is meant: one press each, and none that is pressed by passing by.
 *
 * @param {(chosen?: object) => void} choose told the candidate; nothing when it is none of them
 */
export function whichOne(words, candidates, choose) {
  const button = (text, more, chosen) =>
    element(
      "button.pick",
      { type: "button", onclick: () => choose(chosen) },
      element("span", {}, text),
      more && element("small", {}, more),
    );
  const sure = candidates.length === 1 && candidates[0].label;
  return element(
    "fieldset.ask-back",
    { tabindex: "-1" },
    element("legend", {}, sure ? `Did you mean ${sure}?` : `Which one do you mean by “${words}”?`),
    candidates.map((one) => button(sure ? "Yes" : called(one, words), foundBy(one), one)),
    button(`${sure ? "No" : "None of these"}, keep “${words}”`, "", undefined),
  );
}

/**
 * @param {string} kind of the vocabulary
 * @param {{label: string, add: (entry: object) => string}} options `add` is told
 *     `{id, name, label}` or, for words that nobody knows, `{typed}`, and answers what to say about it
 */
export function conceptEntry(kind, { label, add }) {
  const input = element("input.box", {
    type: "text",
    "aria-label": label,
    placeholder: label,
    maxlength: 120,
  });
  const press = element("button.button.quiet", { type: "button" }, "Add");
  const asked = element("div.asked");
  const said = element("p.small.soft", { role: "status" });
  const box = element("div.tags", {}, element("div.adding", {}, input, press), asked, said);

  function done(entry) {
    fill(asked);
    said.textContent = add(entry);
  }

  function ask(words, candidates, focus) {
    const choose = (chosen) => {
      input.focus();
      done(chosen ? concept(chosen) : { typed: words, asTyped: true });
    };
    fill(asked, whichOne(words, candidates, choose));
    said.textContent = `Please say what you mean by “${words}”.`;
    if (focus) asked.firstChild.focus();
  }

  const concept = ({ id, name, label: known = name }) => ({ id, name, label: known });

  async function look(focus) {
    const words = tidy(input.value);
    if (!words) return;
    input.value = "";
    input.dispatchEvent(new Event("input"));
    said.textContent = "Looking it up …";
    const { outcome, candidates = [] } = await meaning(kind, words);
    if (outcome === "found") done(concept(candidates[0]));
    else if (candidates.length) ask(words, candidates, focus);
    else done({ typed: words });
  }

  combobox(input, suggestWords(kind), ({ value, name, label: known }) => {
    input.value = "";
    done({ id: value, name, label: known });
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    look(true);
  });
  press.addEventListener("click", () => look(true));
  // Whoever types a word and goes on to the next field meant it; who turns to another app did not.
  input.addEventListener("blur", ({ relatedTarget }) => {
    if (document.hasFocus() && relatedTarget !== press) look(false);
  });
  return box;
}
