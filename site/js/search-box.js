import { combobox } from "./combobox.js";
import { link } from "./dom.js";
import { suggestPages } from "./vocabulary.js";

/** Suggests guides while somebody types; the one taken opens. */
export function offerGuides(input) {
  combobox(input, suggestPages, ({ value }) => {
    location.assign(link("condition.html", { c: value }));
  });
  // What was typed while this was on its way counts too.
  if (input.value) input.dispatchEvent(new Event("input", { bubbles: true }));
}
