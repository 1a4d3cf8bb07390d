/** The filters that are set, as chips; pressing one takes it away. */
import { element, fill, find } from "./dom.js";
import { chosenFilters, forgetFilters } from "./filters.js";

/**
 * @param {HTMLElement} list
 * @param {() => void} removed told when something was taken away
 */
export function showChosen(list, filters, removed) {
  const chosen = chosenFilters(filters);
  const take = (remove) => () => {
    remove();
    removed();
    (find("button", list) ?? find("#narrow > summary")).focus();
  };
  const everything = () => forgetFilters(filters);
  const chip = ({ words, remove }) => {
    const press = { type: "button", "aria-label": `Remove ${words}`, onclick: take(remove) };
    return element("li.chip", {}, element("span", {}, words), element("button", press, "×"));
  };
  const none = { type: "button", onclick: take(everything) };
  fill(
    list,
    chosen.map(chip),
    chosen.length > 1 && element("li", {}, element("button.plain", none, "Remove all")),
  );
  list.hidden = chosen.length === 0;
  find("#narrow .badge").textContent = chosen.length ? `${chosen.length} chosen` : "";
}
