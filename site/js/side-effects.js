/** What else a treatment did: symptoms, as chips. */
import { conceptEntry } from "./concept-entry.js";
import { element, fill } from "./dom.js";
import { entryKey } from "./profile.js";

const MOST = 20;
const called = ({ label, name, typed }) => label ?? name ?? typed;

/** @param {object} treatment its list is made when the first one is added */
export function sideEffectsField(treatment, { at, changed }) {
  const chips = element("ul.chips");

  function remove(one) {
    treatment.sideEffects = treatment.sideEffects.filter((other) => other !== one);
    redraw();
    changed();
    box.querySelector("input").focus();
  }

  function redraw() {
    const all = treatment.sideEffects ?? [];
    fill(
      chips,
      all.map((one) => {
        const words = called(one);
        const press = {
          type: "button",
          "aria-label": `Remove ${words}`,
          onclick: () => remove(one),
        };
        return element("li.chip", {}, element("span", {}, words), element("button", press, "×"));
      }),
    );
    chips.hidden = all.length === 0;
  }

  function add(one) {
    const all = (treatment.sideEffects ??= []);
    if (all.some((other) => entryKey(other) === entryKey(one)))
      return `${called(one)} is there already.`;
    if (all.length === MOST) return `There is room for ${MOST} side effects.`;
    all.push(one);
    redraw();
    changed();
    return `${called(one)} is added.`;
  }

  const box = element(
    "fieldset.field",
    { "data-pointer": `${at}/sideEffects`, tabindex: "-1" },
    element("legend", {}, "Side effects"),
    chips,
    conceptEntry("symptom", { label: "Add a side effect", add }),
  );
  redraw();
  return box;
}
