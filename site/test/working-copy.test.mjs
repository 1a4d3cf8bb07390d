/** A profile that is edited here, and elsewhere too: nothing is lost, and what clashes is named. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { changes, listed, profileOf, seenBy } from "../js/profile.js";
import { workingCopy } from "../js/working-copy.js";

const als = { id: "als", name: "ALS", label: "ALS" };
const fatigue = { id: "fatigue", name: "Fatigue", severity: "mild" };

const me = (more = {}) => ({
  id: "m1",
  displayName: "Emil",
  country: "DK",
  conditions: [als],
  symptoms: [fatigue],
  treatments: [],
  unresolved: { symptoms: [{ typed: "brain zaps" }] },
  shown: { displayName: "me", conditions: "matching" },
  wishes: { sex: false, years: 0 },
  ...more,
});

function edited(change) {
  const copy = workingCopy();
  copy.begin(me());
  change(copy.mine);
  return copy;
}

test("patch_holdsOnlyWhatChanged", () => {
  const { patch } = edited((mine) => {
    mine.displayName = " Emil J ";
    delete mine.country;
    mine.shown.conditions = "alikes";
  }).next();

  assert.deepEqual(patch, {
    displayName: "Emil J",
    country: null,
    shown: { conditions: "alikes" },
  });
});

test("patch_isNothing_whenOnlySpacesAndNamesDiffer", () => {
  const copy = edited((mine) => {
    mine.displayName = "Emil ";
    mine.conditions[0].label = "Motor neurone disease";
    mine.region = "  ";
  });

  assert.equal(copy.unsaved(), false);
});

test("patch_keepsWordsAsTyped_whenTheirListIsReplaced", () => {
  const { patch } = edited((mine) => (mine.symptoms[0].severity = "severe")).next();

  assert.deepEqual(patch, {
    symptoms: [
      { id: "fatigue", severity: "severe" },
      { typed: "brain zaps", asTyped: true },
    ],
  });
});

test("patch_keepsWhatWasSaidAboutWordsAsTyped", () => {
  const copy = workingCopy();
  const stew = { typed: "aunt's stew", use: "past", sideEffects: [{ typed: "odd dreams" }] };
  copy.begin(me({ unresolved: { treatments: [{ ...stew, candidates: [] }] } }));
  copy.mine.treatments[0].outcome = "helped";

  assert.deepEqual(copy.next().patch.treatments, [
    {
      typed: "aunt's stew",
      use: "past",
      outcome: "helped",
      sideEffects: [{ typed: "odd dreams", asTyped: true }],
      asTyped: true,
    },
  ]);
});

test("elsewhere_putsBothTogether_whenTheyChangedDifferentPlaces", () => {
  const copy = edited((mine) => {
    mine.region = "Fyn";
    mine.symptoms[0].since = 2020;
    mine.treatments.push({ id: "riluzole", name: "Riluzole" });
  });
  const theirs = me({ country: "NO", symptoms: [{ ...fatigue, severity: "severe" }] });

  const fresh = copy.elsewhere(theirs);

  assert.deepEqual(fresh.sort(), ["country", "symptoms"]);
  assert.deepEqual(copy.clashes(), []);
  assert.deepEqual(copy.next().patch, {
    region: "Fyn",
    symptoms: [
      { id: "fatigue", severity: "severe", since: 2020 },
      { typed: "brain zaps", asTyped: true },
    ],
    treatments: [{ id: "riluzole" }],
  });
});

test("elsewhere_holdsThePlaceAndSavesTheRest_whenBothChangedIt", () => {
  const copy = edited((mine) => {
    mine.country = "SE";
    mine.region = "Skåne";
  });

  copy.elsewhere(me({ country: "NO" }));

  const [clash] = copy.clashes();
  assert.deepEqual([clash.place.field, clash.mine, clash.theirs], ["country", "SE", "NO"]);
  assert.deepEqual(copy.next().patch, { region: "Skåne" });
  copy.settle(clash.place, false);
  assert.deepEqual(copy.next().patch, { country: "SE", region: "Skåne" });
});

test("settle_takesTheirs_whenChosen", () => {
  const copy = edited((mine) => (mine.country = "SE"));
  copy.elsewhere(me({ country: "NO" }));

  assert.deepEqual(copy.settle(copy.clashes()[0].place, true), ["country"]);

  assert.equal(copy.mine.country, "NO");
  assert.equal(copy.unsaved(), false);
});

test("elsewhere_asks_whenOneRemovedWhatTheOtherChanged", () => {
  const copy = edited((mine) => (mine.symptoms[0].severity = "severe"));

  copy.elsewhere(me({ symptoms: [] }));

  const [{ place, mine, theirs }] = copy.clashes();
  assert.deepEqual([place.key, mine.severity, theirs], ["fatigue", "severe", undefined]);
  assert.equal(
    copy.mine.symptoms.some(({ id }) => id === "fatigue"),
    true,
  );
});

test("elsewhere_findsNothingToDo_whenTheAnswerWasLostOnItsWay", () => {
  const copy = edited((mine) => (mine.country = "SE"));

  copy.elsewhere(me({ country: "SE" }));

  assert.deepEqual(copy.clashes(), []);
  assert.equal(copy.unsaved(), false);
});

test("stored_takesWhatTheWordsMean_andKeepsWhatWasTypedMeanwhile", () => {
  const copy = edited((mine) => mine.symptoms.push({ typed: "short of breath" }));
  const { sent } = copy.next();
  copy.mine.country = "SE";

  copy.stored(me({ symptoms: [fatigue, { id: "dyspnea", name: "Shortness of breath" }] }), sent);

  assert.deepEqual(
    copy.mine.symptoms.map(({ id, typed }) => id ?? typed),
    ["fatigue", "dyspnea", "brain zaps"],
  );
  assert.deepEqual(copy.next().patch, { country: "SE" });
});

test("refuse_putsOnlyThePlaceAside_untilItIsChanged", () => {
  const copy = edited((mine) => {
    mine.conditions[0].diagnosed = 2040;
    mine.conditions.push({ typed: "diabetes" });
    mine.birthYear = 2020;
    mine.region = "Fyn";
  });
  const { sent } = copy.next();

  const errors = ["/conditions/0/diagnosed", "/conditions/1/typed", "/birthYear"];
  assert.equal(
    copy.refuse(
      errors.map((pointer) => ({ pointer, message: "no" })),
      sent,
    ),
    true,
  );

  assert.deepEqual(copy.next().patch, { region: "Fyn" });
  assert.equal(copy.refusals().length, 3);
  copy.mine.birthYear = 1980;
  assert.deepEqual(copy.next().patch, { birthYear: 1980, region: "Fyn" });
});

test("begin_goesOnWithWhatWasKept_whenItWasStoredElsewhereMeanwhile", () => {
  const kept = structuredClone(edited((mine) => (mine.about = "Hello")).kept());
  const copy = workingCopy();

  copy.begin(me({ country: "NO" }), kept);

  assert.equal(copy.mine.country, "NO");
  assert.deepEqual(copy.next().patch, { about: "Hello" });
});

test("changes_areNone_betweenAProfileAndItself", () => {
  assert.equal(changes(profileOf(me()), profileOf(me())), null);
});

test("card_isShownAsWidelyAsTheNarrower_ofNameAndConditions", () => {
  const shown = { displayName: "public", conditions: "alikes", country: "members", sex: "me" };

  assert.equal(listed(shown), "alikes");
  assert.equal(listed({ ...shown, conditions: "matching" }), "nobody");
  assert.equal(seenBy(shown, "country"), "alikes");
  assert.equal(seenBy(shown, "sex"), "me");
  assert.equal(seenBy({ ...shown, displayName: "me" }, "country"), "nobody");
});
