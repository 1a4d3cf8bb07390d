/** Two people side by side, variable by variable. Pure: it knows no page and no network. */
import { inShort } from "./entry-words.js";
import { ageBand, place, SEX, tongues, years } from "./person.js";

const LISTS = { conditions: "Conditions", symptoms: "Symptoms", treatments: "Treatments" };

/** What somebody says about an entry, or at least that it is there. */
const said = (entry) => entry && (inShort({ ...entry, ...entry.details }) || "Yes");

/** @returns {{name: string, mine?: string, theirs?: string, both: boolean}} */
const row = (name, mine, theirs, both = Boolean(mine) && mine === theirs) => ({
  name,
  mine,
  theirs,
  both,
});

function person(me, them) {
  const about = [
    row("Age", years(ageBand(me.birthYear)), years(them.ageBand)),
    row("Sex", SEX[me.sex], SEX[them.sex]),
    row("Where", place(me), place(them), Boolean(me.country) && me.country === them.country),
    row(
      "Languages",
      tongues(me.languages),
      tongues(them.languages),
      (me.languages ?? []).some((code) => them.languages?.includes(code)),
    ),
  ];
  return {
    heading: "About you both",
    shown: true,
    rows: about.filter((one) => one.mine || one.theirs),
  };
}

/** What both have comes first, then what the other has. */
function list(field, me, them) {
  const mine = new Map((me[field] ?? []).map((one) => [one.id, one]));
  const theirs = new Map((them[field] ?? []).map((one) => [one.id, one]));
  const rows = [...new Map([...theirs, ...mine]).values()].map(({ id, name, label = name }) => {
    const both = mine.has(id) && theirs.has(id);
    return row(label, said(mine.get(id)), said(theirs.get(id)), both);
  });
  const rank = ({ both, theirs: other }) => (both ? 0 : other ? 1 : 2);
  rows.sort((one, other) => rank(one) - rank(other));
  return { heading: LISTS[field], shown: theirs.size > 0, rows };
}

/**
 * @param {object} me as `GET /me` answers
 * @param {object} them a card
 * @returns {{heading: string, shown: boolean, rows: object[]}[]} `shown`: whether the other shows
 *     anything of it
 */
export const compared = (me, them) => [
  person(me, them),
  ...Object.keys(LISTS).map((field) => list(field, me, them)),
];
