/** Several words as removable chips: made from the plain inputs that work without JavaScript. */
import { combobox } from "./combobox.js";
import { element, find, findAll } from "./dom.js";

/**
 * @param {HTMLElement} field holds inputs of one name; they become one input and a list of chips
 * @param {Function} [suggest] suggestions as for a combobox; a suggestion's `name` is what is sent
 * @returns {(words: string) => void} adds a chip
 */
export function tags(field, suggest) {
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

  const values = () => findAll("input[type=hidden]", chips).map((input) => input.value);

  function settle(words) {
    entry.required = required && values().length === 0;
    entry.value = "";
    said.textContent = words;
    // The suggestions close, and the form learns that its content changed.
    entry.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function remove(chip, words) {
    chip.remove();
    settle(`${words} removed`);
    entry.focus();
  }

  function add(words) {
    const value = words.trim().replaceAll(/\s+/g, " ");
    if (!value) return;
    if (values().some((have) => have.toLowerCase() === value.toLowerCase()))
      return settle(`${value} is there already`);
    const button = element("button", { type: "button", "aria-label": `Remove ${value}` }, "×");
    const chip = element(
      "li.chip",
      {},
      value,
      element("input", { type: "hidden", name, value }),
      button,
    );
    button.addEventListener("click", () => remove(chip, value));
    chips.append(chip);
    settle(`${value} added`);
  }

  if (suggest) combobox(entry, suggest, (option) => add(option.name));
  entry.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !entry.value.trim()) return;
    event.preventDefault();
    add(entry.value);
  });
  // Whoever types a word and goes on to the next field meant it.
  entry.addEventListener("blur", () => add(entry.value));
  typed.forEach(add);
  find("[data-without-script]", field)?.remove();
  return add;
}
