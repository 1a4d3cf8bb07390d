/** What patients' words mean: suggestions while typing, and the question that asks back. */
import { api } from "./api.js";
import { say, spoken } from "./words.js";

/** Conditions whose names, lay words or short forms fit what was typed. */
export async function suggestConditions(typed, signal) {
  const query = { q: typed, lang: spoken(), limit: 8 };
  const { items } = await api("/conditions", { query, signal });
  return items.map(({ slug, ...one }) => suggestion({ id: slug, ...one }));
}

/** The condition with this id, whether or not it has a page; nothing when it is not known. */
export async function knownCondition(slug) {
  const query = { q: slug.replaceAll("-", " "), limit: 20 };
  const { items } = await api("/conditions", { query }).catch(() => ({ items: [] }));
  return items.find((one) => one.slug === slug);
}

function suggestion({ id, name, shortName, label = name, matched, page }) {
  const known = !matched || [name, shortName, label].includes(matched);
  return { value: id, name, label, detail: known ? "" : say("also: {matched}", { matched }), page };
}

/** The same, for whoever wants to read: only those that have a page. */
export async function suggestPages(typed, signal) {
  return (await suggestConditions(typed, signal)).filter(({ page }) => page);
}

/** Suggestions of one kind: condition, symptom or treatment. */
export function suggestWords(kind) {
  if (kind === "condition") return suggestConditions;
  return async (typed, signal) => {
    const { items } = await api("/vocabulary", { query: { kind, q: typed, limit: 8 }, signal });
    return items.map(suggestion);
  };
}

/** A server that is slow to explain must not keep anybody waiting. */
const PATIENCE = 4000;

/**
 * What these words mean: `{outcome, candidates}`. When the server cannot say, they are kept as they
 * are, without a word about it: the form asks once more when it is sent.
 */
export async function meaning(kind, text) {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    return await api("/vocabulary/meaning", { query: { kind, text }, signal });
  } catch {
    return { outcome: "unasked", candidates: [] };
  }
}

/** What to call a candidate: one whose name is just what was typed says more precisely what it is. */
export function called({ label, name, say: precise = label }, words) {
  const alike = [label, name].some((known) => known.toLowerCase() === words.toLowerCase());
  return alike ? precise[0].toUpperCase() + precise.slice(1) : label;
}

/** By which other name it was found. */
export const foundBy = ({ name, label, matched }) =>
  matched && ![name, label].includes(matched) ? `also called ${matched}` : "";
