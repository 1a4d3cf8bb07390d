/** Suggestions keep up with fast typing, on fast and on slow networks. */
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { fits, suggestions } from "../js/suggestions.js";

const NAMES = [
  "Diabetes Type 1",
  "Diabetes Type 2",
  "Diabetic Neuropathy",
  "Dementia",
  "Crohn's Disease",
];
const known = (typed) =>
  NAMES.map((name) => ({ value: name, name, label: name })).filter((one) => fits(one, typed));

/** Types `text`, a letter each `pace` milliseconds, against a server that takes `delay`. */
async function typing(text, pace, delay) {
  mock.timers.enable({ apis: ["setTimeout"] });
  const log = { asked: [], aborted: [], shown: [] };
  let typed = "";
  const ask = (words, signal) => {
    log.asked.push(words);
    return new Promise((resolve, reject) => {
      setTimeout(() => resolve(known(words)), delay);
      signal.addEventListener("abort", () => {
        log.aborted.push(words);
        reject(new Error("aborted"));
      });
    });
  };
  const show = (options, final) =>
    log.shown.push({ typed, final, names: options.map(({ name }) => name) });
  const box = suggestions(ask, show, () => log.shown.push("failed"));
  const pass = async (ms) => {
    for (let i = 0; i < ms; i += 10) {
      mock.timers.tick(10);
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    }
  };
  for (const letter of text) {
    typed += letter;
    box.type(typed);
    await pass(pace);
  }
  await pass(2000);
  mock.timers.reset();
  return { ...log, box };
}

test("suggestions_areTwoLettersBehindAtMost_whenTypingFast", async () => {
  const { shown } = await typing("diabetes", 60, 100);

  const first = shown.find(({ names }) => names?.length);
  assert.ok(first.typed.length <= 4, `the first came after “${first.typed}”`);
  for (let length = first.typed.length; length <= 8; length++)
    assert.ok(
      shown.some(({ typed }) => typed.length === length),
      `something fits after ${length} letters`,
    );
});

test("suggestions_come_whenTheNetworkIsSlowerThanTheFingers", async () => {
  const { shown, asked } = await typing("diabetes ty", 50, 450);

  const early = shown.find(({ typed }) => typed.length < 11);
  assert.ok(early, "something is shown before the last letter");
  assert.ok(early.names.includes("Diabetes Type 2"));
  assert.ok(asked.length <= 7, `${asked.length} questions for 11 letters`);
  assert.deepEqual(shown.at(-1).names, ["Diabetes Type 1", "Diabetes Type 2"]);
  assert.equal(shown.at(-1).final, true);
});

test("suggestions_abortWhatIsNotWantedAnyMore_whenTheWordChanges", async () => {
  const { asked, aborted } = await typing("diabetes", 50, 400);

  assert.ok(aborted.length > 0);
  assert.ok(!aborted.includes(asked[0]), "the first question is waited for");
  assert.ok(!aborted.includes("diabetes"));
});

test("suggestions_askOnce_whenALetterIsTakenBackAndTypedAgain", async () => {
  const { box, asked, shown } = await typing("dia", 200, 20);
  const before = asked.length;

  box.type("di");
  box.type("dia");

  assert.equal(asked.length, before);
  assert.deepEqual(shown.at(-1).names.length, 3);
});

test("fits_foldsCaseAccentsAndApostrophes", () => {
  assert.ok(fits({ name: "Crohn’s Disease" }, "crohns dis"));
  assert.ok(fits({ name: "Sjögren’s Syndrome" }, "SJOGREN"));
  assert.ok(!fits({ name: "Crohn’s Disease" }, "rohn"));
});
