/** The form that narrows My Alikes down; each choice counts at once. */
import { pillsField, selectField } from "./answer-fields.js";
import { conceptEntry } from "./concept-entry.js";
import { element, fill } from "./dom.js";
import { years } from "./person.js";
import { countries, languages } from "./places.js";

const ANY = ["", "Any"];
const SEXES = [ANY, ["female", "Female"], ["male", "Male"], ["other", "Other"]];
const AGES = Array.from({ length: 9 }, (_, at) => `${at + 1}0-${at + 1}9`);
const MOST = 20;

const named = ({ id, name, label = name }) => ({ id, name: label });

/** A box that looks a condition, symptom or treatment up and hands it to `take`. */
function lookup(kind, heading, take) {
  const add = (entry) =>
    entry.id
      ? take(named(entry))
      : `We do not know “${entry.typed}”, so nobody can be found by it. Try another word.`;
  return element(
    "fieldset.field",
    {},
    element("legend", {}, heading),
    conceptEntry(kind, { label: `Add a ${kind}`, add }),
  );
}

/**
 * @param {HTMLElement} place
 * @param {object} filters what is chosen is written into it
 * @param {object[]} conditions the member's own, one press each
 * @param {() => void} changed
 */
export function filterForm(place, filters, conditions, changed) {
  function only(condition) {
    filters.condition = condition;
    changed();
    return `Only people with ${condition.name}.`;
  }

  const too = (kind) => (one) => {
    const all = (filters[kind] ??= []);
    if (all.some(({ id }) => id === one.id)) return `${one.name} is chosen already.`;
    if (all.length === MOST) return `There is room for ${MOST}.`;
    all.push(one);
    changed();
    return `Only people with ${one.name}.`;
  };

  const own = (one) =>
    element(
      "li",
      {},
      element("button.pill", { type: "button", onclick: () => only(named(one)) }, one.label),
    );
  const condition = lookup("condition", "Condition", only);
  if (conditions.length > 1)
    condition.append(
      element("ul.pills.bare", { "aria-label": "My conditions" }, conditions.map(own)),
    );
  const choice = (name, label, options) => selectField(filters, name, { label, at: "", options });
  const ages = AGES.map((band) => [band, years(band)]);
  fill(
    place,
    condition,
    lookup("symptom", "Symptoms they have", too("symptom")),
    lookup("treatment", "Treatments they take or took", too("treatment")),
    element(
      "div.pair",
      {},
      choice("ageBand", "Age", [ANY, ...ages]),
      choice("country", "Country", [ANY, ...countries()]),
      choice("language", "Language", [ANY, ...languages()]),
    ),
    pillsField(filters, "sex", { label: "Sex", at: "", options: SEXES }),
  );
}
