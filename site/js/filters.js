/**
 * Whom one looks for, as it is kept in this tab. What somebody looks for tells of their health, so
 * it is never in the address of the page.
 */
import { country } from "./alikes-card.js";
import { keepEdits, keptEdits } from "./kept-edits.js";
import { SEX, years } from "./person.js";
import { language } from "./words.js";

const DRAWER = "/me/alikes";
/** Each filter by its name in the API, with how it is told. */
const SINGLE = {
  condition: ({ name }) => name,
  country,
  ageBand: (band) => `${years(band)} years`,
  sex: (value) => SEX[value],
  language: (code) => `Speaks ${language(code)}`,
};
export const MANY = ["symptom", "treatment"];

/** The filters that this member left in this tab. */
export function keptFilters(member) {
  const kept = keptEdits(DRAWER);
  return kept && kept.member === member ? kept.filters : {};
}

export const keepFilters = (member, filters) => keepEdits(DRAWER, { member, filters });

/** Takes all of them away. */
export const forgetFilters = (filters) =>
  Object.keys(filters).forEach((name) => delete filters[name]);

/** As the API takes them; several of a kind all have to fit. */
export function filterQuery(filters) {
  const ids = Object.fromEntries(
    MANY.map((name) => [name, (filters[name] ?? []).map(({ id }) => id).join(",")]),
  );
  return { ...filters, condition: filters.condition?.id, ...ids };
}

/** Each filter that is set: its words, and what takes it away. */
export function chosenFilters(filters) {
  const single = Object.keys(SINGLE)
    .filter((name) => filters[name])
    .map((name) => ({
      words: SINGLE[name](filters[name]),
      remove: () => delete filters[name],
    }));
  const many = MANY.flatMap((name) =>
    (filters[name] ?? []).map((one) => ({
      words: one.name,
      remove: () => (filters[name] = filters[name].filter((other) => other !== one)),
    })),
  );
  return [...single.slice(0, 1), ...many, ...single.slice(1)];
}
