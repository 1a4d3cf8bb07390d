/**
 * Two versions of one profile, changed here and elsewhere, made one again. Pure: it knows no page
 * and no network. A place is `{field, key?, detail?}`: the key of an entry, or of a setting.
 */
import { DETAILS, entryKey, KEYED, LISTS, same, VALUES } from "./profile.js";

export const placeKey = ({ field, key, detail }) => JSON.stringify([field, key, detail]);
const entryOf = (document, { field, key }) => document[field].find((one) => entryKey(one) === key);

export function read(document, place) {
  const { field, key, detail } = place;
  if (key && LISTS.includes(field)) {
    const entry = entryOf(document, place);
    return detail ? entry?.[detail] : entry;
  }
  return key ? document[field][key] : document[field];
}

function put(part, name, value) {
  if (value === undefined) delete part[name];
  else part[name] = structuredClone(value);
}

export function write(document, place, value) {
  const { field, key, detail } = place;
  const inList = key && LISTS.includes(field);
  if (!inList) return put(key ? document[field] : document, key ?? field, value);
  const entry = entryOf(document, place);
  if (detail && entry) return put(entry, detail, value);
  if (detail) return undefined;
  const rest = document[field].filter((one) => one !== entry);
  document[field] = value === undefined ? rest : [...rest, structuredClone(value)];
  return undefined;
}

/** An entry that both have is compared detail by detail, any other as a whole. */
function entryPlaces(field, mine, theirs, base) {
  const keys = new Set([base, mine, theirs].flatMap((one) => one[field].map(entryKey)));
  return [...keys].flatMap((key) => {
    const place = { field, key };
    const both = entryOf(mine, place) && entryOf(theirs, place);
    return both ? DETAILS.map((detail) => ({ ...place, detail })) : [place];
  });
}

function places(base, mine, theirs) {
  const keyed = (field) =>
    Object.keys({ ...mine[field], ...theirs[field] }).map((key) => ({ field, key }));
  return [
    ...VALUES.map((field) => ({ field })),
    ...KEYED.flatMap(keyed),
    ...LISTS.flatMap((field) => entryPlaces(field, mine, theirs, base)),
  ];
}

/**
 * @param {object} base what both began with
 * @param {object} mine what stands here
 * @param {object} theirs what is stored now
 * @returns {{merged: object, clashes: {field: string, key?: string, detail?: string}[]}} theirs with
 *     all changes of mine; where both changed the same place, mine stands and the place is named
 */
export function reconcile(base, mine, theirs) {
  const merged = structuredClone(theirs);
  const clashes = [];
  for (const place of places(base, mine, theirs)) {
    const [began, here, there] = [base, mine, theirs].map((one) => read(one, place));
    if (same(here, there) || same(began, here)) continue;
    if (!same(began, there)) clashes.push(place);
    write(merged, place, here);
  }
  return { merged, clashes };
}

/** `mine`, but at these places as in `other`. */
export function withOthers(mine, other, places) {
  const made = structuredClone(mine);
  for (const place of places) write(made, place, read(other, place));
  return made;
}
