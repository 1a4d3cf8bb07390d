/** Two people side by side, and numbers of groups in words: rules without a page. */
import assert from "node:assert/strict";
import { before, test } from "node:test";

let compared;
let words;
before(async () => {
  // The modules only ask the page for its language.
  globalThis.document = { documentElement: { lang: "en" } };
  globalThis.location = { search: "" };
  ({ compared } = await import("../js/compare.js"));
  words = await import("../js/insight-words.js");
});

const als = { id: "als", name: "ALS", label: "Amyotrophic Lateral Sclerosis (ALS)" };

test("what both have comes first, then what the other has", () => {
  const me = {
    symptoms: [
      { id: "a", name: "A" },
      { id: "b", name: "B", severity: "mild" },
    ],
  };
  const them = {
    symptoms: [
      { id: "c", name: "C" },
      { id: "b", name: "B", severity: "severe" },
    ],
  };
  const { rows, shown } = compared(me, them).find(({ heading }) => heading === "Symptoms");
  assert.equal(shown, true);
  assert.deepEqual(
    rows.map(({ name, mine, theirs, both }) => [name, mine, theirs, both]),
    [
      ["B", "mild", "severe", true],
      ["C", undefined, "Yes", false],
      ["A", "Yes", undefined, false],
    ],
  );
});

test("what the other does not show is not compared", () => {
  const parts = compared({ conditions: [als], treatments: [] }, { conditions: [als] });
  const shown = Object.fromEntries(parts.map((part) => [part.heading, part.shown]));
  assert.deepEqual(shown, {
    "About you both": true,
    Conditions: true,
    Symptoms: false,
    Treatments: false,
  });
  assert.deepEqual(parts[0].rows, []);
});

test("people of one country have it in common, whatever the region", () => {
  const me = { country: "DE", region: "Bavaria", languages: ["de", "en"], birthYear: 1968 };
  const them = { country: "DE", languages: ["en"], ageBand: "20-29" };
  const [{ rows }] = compared(me, them);
  const both = Object.fromEntries(rows.map((row) => [row.name, row.both]));
  assert.deepEqual(both, { Age: false, Where: true, Languages: true });
});

test("of two rounded numbers both are told, and no percentage", () => {
  assert.equal(words.aboutOf(35, 40), "about 35 of about 40");
});

test("groups that are not told are in no sentence and no bar", () => {
  const outcomes = { helped: 35, noChange: 20, worse: 0, tooEarly: 0 };
  assert.equal(words.listed(outcomes, words.OUTCOMES), "Helped about 35 · no change about 20");
  const shares = words.parts(outcomes, words.OUTCOMES).map(({ share }) => share);
  assert.equal(
    shares.reduce((sum, one) => sum + one),
    1,
  );
  assert.equal(words.listed(undefined, words.SEVERITIES), "");
});

test("the verdict names what most say only when more say it", () => {
  const verdict = (helped, noChange, disagreement) =>
    words.verdict({ outcomes: { helped, noChange, worse: 0, tooEarly: 0 }, disagreement });
  assert.equal(verdict(35, 20, 0.36), "Most often: helped. Most say the same.");
  assert.equal(verdict(20, 20, 0.5), "No answer is ahead. People differ.");
  assert.equal(verdict(0, 0), "Too few have told what it did.");
  assert.equal(words.minds(1), "People are of two minds");
});
