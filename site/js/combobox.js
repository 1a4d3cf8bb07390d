/** An input that suggests, after the ARIA Authoring Practices' combobox with a list popup. */
import { element } from "./dom.js";
import { suggestions } from "./suggestions.js";
import { say } from "./words.js";

let made = 0;

/**
 * @param {HTMLInputElement} input gets the role, the keys and a list below it
 * @param {(typed: string, signal: AbortSignal) => Promise<{label: string, detail?: string}[]>} suggest
 * @param {(option: object) => void} choose told which of the suggestions was taken
 */
export function combobox(input, suggest, choose) {
  const id = `options-${++made}`;
  const list = element("ul.options", {
    id,
    role: "listbox",
    hidden: true,
    "aria-label": say("Suggestions"),
  });
  const status = element("span.out-of-sight", { role: "status" });
  const attributes = {
    role: "combobox",
    autocomplete: "off",
    autocapitalize: "none",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": id,
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  input.after(list, status);

  let options = [];
  let active = -1;
  let composing = false;
  const words = () => input.value.trim().replaceAll(/\s+/g, " ");
  const typing = suggestions(suggest, show, close);

  function close() {
    typing.stop();
    list.hidden = true;
    options = [];
    mark(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((item, at) =>
      item.setAttribute("aria-selected", String(at === index)),
    );
    if (index < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", `${id}-${index}`);
    list.children[index].scrollIntoView({ block: "nearest" });
  }

  function take(index) {
    const option = options[index];
    close();
    // A keyboard that still composes would write its word over the one that was taken.
    if (composing) {
      input.blur();
      input.focus();
    }
    input.value = option.label;
    choose(option);
  }

  function show(found, final) {
    const held = options[active]?.value;
    options = found;
    list.replaceChildren(
      ...found.map(({ label, detail }, at) =>
        element(
          "li",
          { id: `${id}-${at}`, role: "option", "aria-selected": "false", onclick: () => take(at) },
          label,
          detail && element("small", {}, detail),
        ),
      ),
    );
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    mark(found.findIndex(({ value }) => held !== undefined && value === held));
    if (final) status.textContent = count(found.length);
  }

  function count(n) {
    if (n === 0) return say("No suggestions");
    return n === 1 ? say("1 suggestion") : say("{n} suggestions", { n });
  }

  const keys = {
    ArrowDown: () => (list.hidden ? typing.type(words()) : mark((active + 1) % options.length)),
    ArrowUp: () => !list.hidden && mark((active <= 0 ? options.length : active) - 1),
    Escape: () => !list.hidden && close(),
    Enter: () => active >= 0 && take(active),
  };

  input.addEventListener("keydown", (event) => {
    // Escape closes the list, and what it is in only when there is none.
    const used =
      event.key === "Enter"
        ? active >= 0
        : event.key in keys && (event.key !== "Escape" || !list.hidden);
    if (!used || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keys[event.key]();
  });
  // Phones compose every word, so what is being composed is looked up like anything else.
  input.addEventListener("compositionstart", () => (composing = true));
  input.addEventListener("compositionend", () => (composing = false));
  input.addEventListener("input", () => (words() ? typing.type(words()) : close()));
  input.addEventListener("blur", close);
  // Pressing the mouse on a suggestion must not take the focus from the input.
  list.addEventListener("mousedown", (event) => event.preventDefault());
}
