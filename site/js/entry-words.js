/** The words for what members say about a condition, a symptom or a treatment. */
export const SEVERITY = [
  ["", "Not said"],
  ["none", "None now"],
  ["mild", "Mild"],
  ["moderate", "Moderate"],
  ["severe", "Severe"],
];
export const USE = [
  ["", "Not said"],
  ["current", "I use it now"],
  ["past", "In the past"],
];
export const OUTCOME = [
  ["", "Not said"],
  ["helped", "It helped"],
  ["no-change", "No change"],
  ["worse", "Made it worse"],
  ["too-early", "Too early to say"],
];

const said = (options, value) => value && Object.fromEntries(options)[value]?.toLowerCase();
const USED = { current: "used now", past: "used in the past" };

/** "first signs 2019 · diagnosed 2020 · bulbar onset" for what somebody said about an entry. */
export function inShort(entry) {
  const { firstSymptoms, diagnosed, stage, severity, since, use, outcome, sideEffects } = entry;
  return [
    firstSymptoms && `first signs ${firstSymptoms}`,
    diagnosed && `diagnosed ${diagnosed}`,
    stage?.trim(),
    said(SEVERITY, severity),
    since && `since ${since}`,
    USED[use],
    said(OUTCOME, outcome),
    sideEffects?.length &&
      `side effects: ${sideEffects.map(({ name, typed }) => name ?? typed).join(", ")}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
