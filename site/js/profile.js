/**
 * What members tell about themselves, as a document that is edited in the browser. Pure: it knows no
 * page and no network.
 */
export const VALUES = [
  "displayName",
  "birthYear",
  "sex",
  "country",
  "region",
  "languages",
  "about",
];
export const LISTS = ["conditions", "symptoms", "treatments"];
export const KINDS = { conditions: "condition", symptoms: "symptom", treatments: "treatment" };
/** What is answered key by key. */
export const KEYED = ["shown", "wishes"];
export const DETAILS = [
  "firstSymptoms",
  "diagnosed",
  "stage",
  "severity",
  "since",
  "use",
  "outcome",
  "sideEffects",
  "asTyped",
];
/** From nobody to everybody: who may see a field. */
export const AUDIENCES = ["me", "matching", "alikes", "members", "public"];

const tidy = (value) => (typeof value === "string" ? value.trim() || undefined : value);
const bare = (value) => (Array.isArray(value) && value.length === 0 ? undefined : tidy(value));

/** What tells one entry of a list from the others: its concept, or the words that nobody knows. */
export const entryKey = ({ id, typed }) => id ?? `“${typed.toLowerCase()}”`;

/** An entry as the API takes it. */
function wire(entry) {
  const { id, typed } = entry;
  const sent = id ? { id } : { typed };
  for (const name of DETAILS) {
    const value = bare(entry[name]);
    if (value === undefined) continue;
    sent[name] = name === "sideEffects" ? value.map(wire) : value;
  }
  return sent;
}

const entry = (value) => value?.id !== undefined || value?.typed !== undefined;

/** A value without what does not count: spaces around it, names beside ids, empty lists. */
function plain(value) {
  if (Array.isArray(value)) return value.length ? value.map(plain) : null;
  return entry(value) ? wire(value) : (tidy(value) ?? null);
}

export const same = (one, other) => JSON.stringify(plain(one)) === JSON.stringify(plain(other));

/** What is stored as typed stays so, whatever else its words may mean. */
function kept({ candidates, ...one }) {
  const made = structuredClone(one.typed === undefined ? one : { ...one, asTyped: true });
  if (made.sideEffects) made.sideEffects = made.sideEffects.map(kept);
  return made;
}

/**
 * The document to edit, from what the API answers. Words that no concept was found for stand at the
 * end of their list.
 */
export function profileOf(me) {
  const made = { shown: { ...me.shown }, wishes: { ...me.wishes } };
  for (const name of VALUES) if (me[name] !== undefined) made[name] = structuredClone(me[name]);
  for (const name of LISTS)
    made[name] = [...(me[name] ?? []), ...(me.unresolved?.[name] ?? [])].map(kept);
  return made;
}

/** The JSON merge patch (RFC 7396) that leads from `base` to `mine`; null when nothing differs. */
export function changes(base, mine) {
  const patch = {};
  for (const name of VALUES)
    if (!same(base[name], mine[name])) patch[name] = bare(mine[name]) ?? null;
  for (const name of LISTS) if (!same(base[name], mine[name])) patch[name] = mine[name].map(wire);
  for (const name of KEYED) {
    const keys = Object.keys(mine[name]).filter((key) => !same(base[name][key], mine[name][key]));
    if (keys.length) patch[name] = Object.fromEntries(keys.map((key) => [key, mine[name][key]]));
  }
  return Object.keys(patch).length ? patch : null;
}

export const narrower = (one, other) =>
  AUDIENCES[Math.min(AUDIENCES.indexOf(one), AUDIENCES.indexOf(other))];

/** Who finds this member's card: being listed tells the condition, so both must be shown. */
export function listed({ displayName = "me", conditions = "me" }) {
  const audience = narrower(displayName, conditions);
  return AUDIENCES.indexOf(audience) < AUDIENCES.indexOf("alikes") ? "nobody" : audience;
}

/** Who really sees a field: it stands on the card, and no wider than the card. */
export function seenBy(shown, field) {
  const wanted = shown[field] ?? "me";
  if (["me", "matching"].includes(wanted)) return wanted;
  const card = listed(shown);
  return card === "nobody" ? "nobody" : narrower(wanted, card);
}
