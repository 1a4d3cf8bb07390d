/** The words for numbers that stand for groups of people. Pure. */
export const OUTCOMES = [
  ["helped", "helped"],
  ["noChange", "no change"],
  ["worse", "made it worse"],
  ["tooEarly", "too early to say"],
];
export const SEVERITIES = [
  ["none", "none now"],
  ["mild", "mild"],
  ["moderate", "moderate"],
  ["severe", "severe"],
];
/** From all of one mind to half against half. */
const MINDS = [
  [0.15, "nearly all say the same"],
  [0.4, "most say the same"],
  [0.7, "people differ"],
  [1, "people are of two minds"],
];

export const about = (n) => `about ${n}`;

/** Both numbers are rounded, so a share of one in the other would be wrong to the percent. */
export const aboutOf = (n, of) => `about ${n} of about ${of}`;

/** The groups that are told, with words and a part of the whole: none for what only a few said. */
export function parts(groups, kinds) {
  const told = kinds.filter(([name]) => groups?.[name] > 0);
  const sum = told.reduce((all, [name]) => all + groups[name], 0);
  return told.map(([name, words]) => ({ name, words, n: groups[name], share: groups[name] / sum }));
}

/** "Helped about 35 · no change about 20", and "too few to tell" for the others. */
export function listed(groups, kinds) {
  const words = parts(groups, kinds).map((one) => `${one.words} ${about(one.n)}`);
  const text = words.join(" · ");
  return text && text[0].toUpperCase() + text.slice(1);
}

/** "Most say the same" for how much people disagree, from 0 to 1. */
export function minds(disagreement) {
  if (disagreement === undefined) return "";
  const [, words] = MINDS.find(([most]) => disagreement <= most) ?? MINDS.at(-1);
  return words[0].toUpperCase() + words.slice(1);
}

/** The answer that most gave: "Helped, say most" only when it is more than all others together. */
export function verdict(treatment) {
  const all = parts(treatment.outcomes, OUTCOMES);
  if (all.length === 0) return "Too few have told what it did.";
  const most = all.reduce((one, other) => (other.n > one.n ? other : one));
  const same = all.filter(({ n }) => n === most.n).length > 1;
  const mind = minds(treatment.disagreement);
  const lead = same ? "No answer is ahead" : `Most often: ${most.words}`;
  return `${lead}. ${mind && `${mind}.`}`.trim();
}
