/** What a card tells of a person besides what they live with. */
import { country } from "./alikes-card.js";
import { language } from "./words.js";

export const SEX = { female: "Female", male: "Male", other: "Other sex" };

/** "40–49", as people write it. */
export const years = (band) => band?.replace("-", "–");

/** The ten years that somebody of this year of birth is in, as cards tell it: "40-49". */
export function ageBand(birthYear) {
  const from = Math.floor((new Date().getFullYear() - birthYear) / 10) * 10;
  return birthYear && `${from}-${from + 9}`;
}

export const place = ({ region, country: code }) =>
  [region, country(code)].filter(Boolean).join(", ");
export const tongues = (languages = []) => languages.map((code) => language(code)).join(", ");

/** "40–49 · Female · Bavaria, Germany · German, English", as far as it is shown. */
export const facts = (person) =>
  [years(person.ageBand), SEX[person.sex], place(person), tongues(person.languages)]
    .filter(Boolean)
    .join(" · ");

/** The page of somebody's card. Who it is stays out of what servers are asked for. */
export const cardLink = (id) => `card.html#m=${encodeURIComponent(id)}`;
