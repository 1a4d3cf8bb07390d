/**
 * A profile while it is edited: how it is stored, how it stands here, and what has to be settled
 * before it can be stored. Pure: it knows no page and no network.
 */
import { changes, DETAILS, entryKey, KEYED, LISTS, profileOf, same } from "./profile.js";
import { placeKey, read, reconcile, withOthers, write } from "./profile-merge.js";

/** The place that an error's JSON pointer is about, in the document that was sent. */
function placeOf(pointer, sent) {
  const [, field, key, detail] = pointer.split("/");
  if (KEYED.includes(field)) return key && { field, key };
  const entry = LISTS.includes(field) && sent[field][key];
  if (!entry) return { field };
  return { field, key: entryKey(entry), detail: DETAILS.includes(detail) ? detail : undefined };
}

const sorted = (part) => JSON.stringify(Object.entries(part).sort());

export function workingCopy() {
  /** One object for good, so that fields can write into it. */
  const mine = {};
  /** Places that were changed here and elsewhere, until somebody chooses. */
  const held = new Map();
  /** Places that the server refused, until they are changed. */
  const refused = new Map();
  let base = {};

  const changed = (merged, name) =>
    KEYED.includes(name)
      ? sorted(mine[name]) !== sorted(merged[name])
      : !same(mine[name], merged[name]);

  /** Mine, but as it is stored wherever something has to be settled first. */
  function outgoing() {
    for (const [key, { place, value }] of refused)
      if (!same(read(mine, place), value)) refused.delete(key);
    const waiting = [...refused.values()].map(({ place }) => place);
    return withOthers(mine, base, [...held.values(), ...waiting]);
  }

  /** Goes on from what is stored now; answers the names of fields that are new here. */
  function take(stored, began) {
    const theirs = profileOf(stored);
    const { merged, clashes } = reconcile(began, mine, theirs);
    const fresh = Object.keys({ ...mine, ...merged }).filter((name) => changed(merged, name));
    for (const name of fresh) {
      if (KEYED.includes(name)) Object.assign(mine[name], merged[name]);
      else if (merged[name] === undefined) delete mine[name];
      else mine[name] = merged[name];
    }
    base = theirs;
    for (const place of clashes) held.set(placeKey(place), place);
    for (const [key, place] of held)
      if (same(read(mine, place), read(base, place))) held.delete(key);
    return fresh;
  }

  return {
    mine,
    /** Begins with what is stored, and with edits that an earlier visit to the page left. */
    begin(stored, kept) {
      Object.assign(mine, kept?.mine ?? profileOf(stored));
      take(stored, kept?.base ?? profileOf(stored));
    },
    kept: () => ({ base, mine }),
    unsaved: () => changes(base, mine) !== null,
    /** What to send: the whole as it would be, and the merge patch (null when nothing is left). */
    next() {
      const sent = outgoing();
      return { sent, patch: changes(base, sent) };
    },
    /** What was sent is stored now, in this form. */
    stored: (answer, sent) => take(answer, sent),
    /** Somebody, or this member on another device, stored something meanwhile. */
    elsewhere: (answer) => take(answer, base),
    /** Answers whether something can be put aside, so that the rest can be stored. */
    refuse(errors, sent) {
      const before = refused.size;
      for (const { pointer = "", ...error } of errors) {
        const place = placeOf(pointer, sent);
        if (!place?.field) continue;
        const value = structuredClone(read(mine, place));
        refused.set(placeKey(place), { place, value, pointer, ...error });
      }
      return refused.size > before;
    },
    refusals: () => [...refused.values()],
    clashes: () =>
      [...held.values()].map((place) => ({
        place,
        mine: read(mine, place),
        theirs: read(base, place),
      })),
    /** The choice between the two; answers the names of fields that are new here. */
    settle(place, takeTheirs) {
      held.delete(placeKey(place));
      if (takeTheirs) write(mine, place, read(base, place));
      return takeTheirs ? [place.field] : [];
    },
  };
}
