/** Several words as removable chips: made from the plain inputs that work without JavaScript. */
import { askBack } from "./ask-back.js";
import { combobox } from "./combobox.js";
import { element, find, findAll } from "./dom.js";
import { suggestWords } from "./vocabulary.js";

const tidy = (words) => words.trim().replaceAll(/\s+/g, " ");

/**
 * @param {HTMLElement} field holds inputs of one name; they become one input and a list of chips
 * @param {string} kind of the vocabulary that the words belong to
 * @returns {{add: (words: string, id?: string) => void, ready: () => Promise<void>}} `add` makes a
 *     chip, of the concept with this id if it is known which one is meant; `ready` resolves when no
 *     word is being looked up any more
 */
export function tags(field, kind) {
  const [entry, ...others] = findAll("input", field);
  const name = entry.name;
  const chips = element("ul.chips", { "aria-label": field.dataset.list });
  const said = element("span.out-of-sight", { role: "status" });
  const box = element("div.tags");
  entry.before(box);
  box.append(chips, entry, said);
  const required = entry.required;
  const typed = [entry, ...others].map((input) => input.value);
  others.forEach((other) => other.remove());

  entry.removeAttribute("name");
  entry.dataset.field = name;
  entry.setAttribute("aria-label", field.dataset.add);
  entry.placeholder = field.dataset.add;

  const values = () => findAll(`input[name="${name}"]`, chips).map((input) => input.value);
  const questions = askBack(box, kind, entry);

  function settle(words) {
    entry.required = required && values().length === 0;
    entry.value = "";
    said.textContent = words;
    // The suggestions close, and the form learns that its content changed.
    entry.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function remove(chip, words) {
    chip.remove();
    questions.forget(chip);
    settle(`${words} removed`);
    entry.focus();
  }

  function add(words, id) {
    const value = tidy(words);
    if (!value) return;
    if (values().some((have) => have.toLowerCase() === value.toLowerCase()))
      return settle(`${value} is there already`);
    const button = element("button", { type: "button", "aria-label": `Remove ${value}` }, "×");
    const chip = element(
      "li.chip",
      {},
      element("span", {}, value),
      element("input", { type: "hidden", name, value }),
      button,
    );
    button.addEventListener("click", () => remove(chip, find("span", chip).textContent));
    chips.append(chip);
    settle(`${value} added`);
    questions.ask(chip, value, id);
  }

  combobox(entry, suggestWords(kind), ({ name: words, value }) => add(words, value));
  entry.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !entry.value.trim()) return;
    event.preventDefault();
    add(entry.value);
  });
  // Whoever types a word and goes on to the next field meant it.
  entry.addEventListener("blur", () => add(entry.value));
  typed.forEach((words) => add(words));
  find("[data-without-script]", field)?.remove();
  return { add, ready: questions.ready };
}
