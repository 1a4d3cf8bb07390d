/** The same answer was changed here and elsewhere: shows both, and lets one choose. */
import { AUDIENCE_NAMES } from "./audience.js";
import { element, fill } from "./dom.js";
import { inShort } from "./entry-words.js";
import { entryKey, KEYED } from "./profile.js";
import { PARTS } from "./profile-parts.js";

const DETAILS = {
  firstSymptoms: "year of the first symptoms",
  diagnosed: "year of the diagnosis",
  stage: "stage or type",
  severity: "how strong it is",
  since: "since which year",
  use: "whether you use it",
  outcome: "what it did for you",
  sideEffects: "side effects",
};
const headings = Object.fromEntries(
  Object.values(PARTS).map(({ field, heading }) => [field, heading]),
);

/** "Symptoms › Fatigue › how strong it is" */
function placeName({ field, key, detail }, document) {
  if (field === "shown") return `Who sees this: ${headings[key]}`;
  if (field === "wishes") return headings.wishes;
  const entry = key && document[field].find((one) => entryKey(one) === key);
  return [headings[field], key && (entry?.label ?? entry?.name ?? key), DETAILS[detail]]
    .filter(Boolean)
    .join(" › ");
}

function inWords(value, { field, key, detail }, document) {
  if (field === "shown") return AUDIENCE_NAMES[value];
  if (KEYED.includes(field) || (key && !detail && !value))
    return value ? "yes" : value === 0 || value === false ? "no" : "removed";
  if (value === undefined) return "nothing";
  if (key && !detail) return inShort(value) || "there";
  if (detail) return inShort({ [detail]: value });
  return PARTS[Object.keys(PARTS).find((id) => PARTS[id].field === field)].short({
    ...document,
    [field]: value,
  });
}

function row(clash, mine, settle) {
  const { place } = clash;
  const press = (words, value, theirs) =>
    element(
      "button.pick",
      { type: "button", onclick: () => settle(place, theirs) },
      element("span", {}, words),
      element("small", {}, inWords(value, place, mine)),
    );
  return element(
    "fieldset.ask-back",
    {},
    element("legend", {}, placeName(place, mine)),
    press("Keep what I wrote here", clash.mine, false),
    press("Take what is saved", clash.theirs, true),
  );
}

/**
 * @param {HTMLElement} place empty while there is nothing to choose
 * @param {{place: object, mine: *, theirs: *}[]} clashes
 * @param {(place: object, takeTheirs: boolean) => void} settle
 */
export function showClashes(place, clashes, mine, settle) {
  const shown = JSON.stringify(clashes);
  // The buttons stay while the choice is the same: somebody may be on one of them.
  if (place.dataset.shown === shown) return;
  place.dataset.shown = shown;
  place.hidden = clashes.length === 0;
  fill(
    place,
    clashes.length > 0 && [
      element("h2", { tabindex: "-1", id: "clash-heading" }, "Changed elsewhere too"),
      element(
        "p",
        {},
        "While you were writing here, your profile was changed in another tab or on another device. Everything else is put together already; what should stay here?",
      ),
    ],
    clashes.map((one) => row(one, mine, settle)),
  );
}
