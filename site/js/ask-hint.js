/** One gentle hint: which answer would make one's matches surer. */
import { element, fill } from "./dom.js";

/** Each question: how it is named, and the part of the profile that takes the answer. */
const FIELDS = {
  conditions: ["your other conditions", "conditions"],
  symptoms: ["your symptoms", "symptoms"],
  treatments: ["your treatments", "treatments"],
  birthYear: ["your age", "age"],
  sex: ["your sex", "sex"],
  country: ["your country", "country"],
  languages: ["the languages you speak", "languages"],
};
const SURE = {
  vague: "You have told little so far, so these are first guesses.",
  fair: "With what you have told, these matches are fairly sure.",
  sure: "You have told enough for sure matches.",
};

/** "such as fatigue, cramps or a weak grip" */
function such(examples = []) {
  const names = examples.map(({ name }) => name);
  const words = new Intl.ListFormat("en", { type: "disjunction" }).format(names);
  return words && `, such as ${words}`;
}

/** @param {{sure?: string, ask?: {field: string, examples?: object[]}}} answer */
export function showHint(place, { sure, ask }) {
  const [words, part] = FIELDS[ask?.field] ?? [];
  place.hidden = !words;
  if (!words) return;
  fill(
    place,
    SURE[sure] && `${SURE[sure]} `,
    `What would sharpen them most: ${words}${such(ask.examples)}. `,
    element("a", { href: `profile.html#${part}` }, `Tell ${words}`),
  );
}
