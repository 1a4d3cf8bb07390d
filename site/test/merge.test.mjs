/** Two editors' versions of one page: what differs, and what becomes of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { compare } from "../js/line-diff.js";
import { differences, merge } from "../js/merge.js";

const section = (id, markdown, more) => ({
  id,
  heading: id,
  markdown,
  reviewedBy: "A",
  reviewed: "2026-11-23",
  nextReview: "2027-11-23",
  sources: ["one"],
  ...more,
});

function page(change = () => {}) {
  const made = {
    slug: "als",
    alsoKnownAs: [],
    covers: [],
    symptoms: [],
    treatments: [],
    sources: [{ id: "one", title: "One", publisher: "P", url: "https://example.org" }],
    variants: [
      {
        lang: "en",
        level: "standard",
        summary: "S",
        sections: [section("overview", "a"), section("causes", "b")],
      },
    ],
  };
  change(made, made.variants[0]);
  return made;
}

test("differences_tellWhoChangedWhat_whenBothEdited", () => {
  const mine = page((_, text) => {
    text.summary = "Mine";
    text.sections[0].markdown = "mine";
  });
  const theirs = page((_, text) => {
    text.sections[0].markdown = "theirs";
    text.sections[1].heading = "Why";
  });

  const found = differences(page(), mine, theirs);

  assert.deepEqual(
    found.map(({ section: id, field, by }) => [id, field, by]),
    [
      [undefined, "summary", "mine"],
      ["overview", "markdown", "both"],
      ["causes", "heading", "theirs"],
    ],
  );
});

test("differences_areNone_whenBothDidTheSame", () => {
  const same = (made) => made.alsoKnownAs.push("MND");

  assert.deepEqual(differences(page(), page(same), page(same)), []);
});

test("merge_keepsMineAndTakesWhatWasChosen", () => {
  const mine = page((_, text) => (text.summary = "Mine"));
  const theirs = page((_, text) => (text.sections[1].heading = "Why"));
  const found = differences(page(), mine, theirs).filter(({ by }) => by !== "mine");

  const merged = merge(mine, found, new Map(found.map((one) => [one.key, one.theirs])));

  assert.equal(merged.variants[0].summary, "Mine");
  assert.equal(merged.variants[0].sections[1].heading, "Why");
  assert.equal(mine.variants[0].sections[1].heading, "causes");
});

test("merge_takesASectionInItsPlace_whenTheOtherAddedIt", () => {
  const theirs = page((_, text) => text.sections.push(section("symptoms", "new")));
  const found = differences(page(), page(), theirs);

  const merged = merge(page(), found, new Map([[found[0].key, found[0].theirs]]));

  assert.deepEqual(
    merged.variants[0].sections.map(({ id }) => id),
    ["overview", "symptoms", "causes"],
  );
});

test("merge_keepsMySection_whenTheOtherRemovedIt", () => {
  const mine = page((_, text) => (text.sections[1].markdown = "better"));
  const theirs = page((_, text) => text.sections.pop());
  const found = differences(page(), mine, theirs);

  assert.deepEqual([found.length, found[0].by, found[0].field], [1, "both", undefined]);
  assert.deepEqual(merge(mine, found, new Map([[found[0].key, found[0].mine]])), mine);
  assert.equal(merge(mine, found, new Map([[found[0].key, null]])).variants[0].sections.length, 1);
});

test("merge_takesAWholeText_whenTheOtherAddedALanguage", () => {
  const theirs = page((made) =>
    made.variants.push({ lang: "es", level: "standard", summary: "R", sections: [] }),
  );
  const found = differences(page(), page(), theirs);

  assert.deepEqual([found.length, found[0].variant], [1, "es standard"]);
  assert.equal(merge(page(), found, new Map([[found[0].key, found[0].theirs]])).variants.length, 2);
});

test("compare_tellsLinesAddedRemovedAndKept", () => {
  assert.deepEqual(compare("a\nb\nc", "a\nc\nd"), [
    { op: "same", text: "a" },
    { op: "removed", text: "b" },
    { op: "same", text: "c" },
    { op: "added", text: "d" },
  ]);
  assert.deepEqual(compare("", "a"), [{ op: "added", text: "a" }]);
  assert.deepEqual(compare("a", ""), [{ op: "removed", text: "a" }]);
});
