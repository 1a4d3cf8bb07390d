/** The languages that somebody speaks, as chips. */
import { element, fill, find } from "./dom.js";
import { languages } from "./places.js";
import { language } from "./words.js";

const MOST = 10;

export function languagesField(document, changed) {
  const chips = element("ul.chips");
  const select = element("select.box", { "aria-label": "Add a language" });
  const press = element("button.button.quiet", { type: "button", onclick: add }, "Add");
  const row = element("div.adding", {}, select, press);

  function remove(code) {
    document.languages = document.languages.filter((one) => one !== code);
    redraw();
    changed();
    select.focus();
  }

  function add() {
    if (!select.value) return select.focus();
    document.languages = [...(document.languages ?? []), select.value];
    redraw();
    changed();
    return (row.hidden ? find("button", chips) : select).focus();
  }

  function chip(code) {
    const name = language(code);
    const button = { type: "button", "aria-label": `Remove ${name}`, onclick: () => remove(code) };
    return element("li.chip", {}, element("span", {}, name), element("button", button, "×"));
  }

  function redraw() {
    const spoken = document.languages ?? [];
    fill(chips, spoken.map(chip));
    chips.hidden = spoken.length === 0;
    row.hidden = spoken.length >= MOST;
    const rest = languages().filter(([code]) => !spoken.includes(code));
    const options = [["", "Add a language"], ...rest];
    fill(
      select,
      options.map(([value, words]) => element("option", { value }, words)),
    );
  }

  redraw();
  return element(
    "fieldset.field",
    { "data-pointer": "/languages", tabindex: "-1" },
    element("legend", {}, "Languages you speak"),
    chips,
    row,
  );
}
