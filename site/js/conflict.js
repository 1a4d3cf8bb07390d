/** Somebody else saved the page meanwhile: shows what they changed, and lets one choose. */
import { ago } from "./dates.js";
import { element, fill, find, findAll } from "./dom.js";
import { compare, difference } from "./line-diff.js";
import { ASPECT_NAMES, variantName } from "./manuscript-form.js";
import { asText, differences, merge } from "./merge.js";

const FIELDS = {
  alsoKnownAs: "also known as",
  covers: "more general conditions",
  symptoms: "symptoms",
  treatments: "treatments",
  sources: "sources",
  name: "name",
  shortName: "short form",
  summary: "summary",
  heading: "heading",
  markdown: "text",
  reviewedBy: "reviewed by",
  reviewed: "reviewed on",
  nextReview: "next review",
};

/** "English, standard › Treatments › text" for a place of a page. */
export function placeName({ variant, lang, level, section, field }) {
  const [code = lang, grade = level] = variant?.split(" ") ?? [];
  return [
    code ? variantName({ lang: code, level: grade }) : "About the page",
    section && (ASPECT_NAMES[section] ?? section),
    field && (FIELDS[field] ?? field),
  ]
    .filter(Boolean)
    .join(" › ");
}

function choice(name, value, words, checked) {
  return element(
    "label.tick",
    {},
    element("input", { type: "radio", name, value, checked, required: true }),
    element("span", {}, words),
  );
}

function row(one, at, author) {
  const name = `choice-${at}`;
  const both = one.by === "both";
  const text = typeof one.mine === "string" || typeof one.theirs === "string";
  const hand =
    both &&
    text &&
    element("textarea.box", { rows: 8, "aria-label": "Merged by hand", hidden: true });
  if (hand) hand.value = asText(one.mine);
  const radios = element(
    "div.ticks",
    {},
    choice(name, "theirs", `Take over what ${author} wrote`, !both),
    choice(name, "mine", "Keep mine", false),
    hand && choice(name, "hand", "Merge by hand", false),
  );
  radios.addEventListener("change", () => {
    if (hand) hand.hidden = !find("[value=hand]", radios).checked;
  });
  const note = both
    ? `You both changed this. − is yours, + is ${author}’s.`
    : `${author} changed this, you did not.`;
  return element(
    "fieldset.clash",
    {},
    element("legend", {}, placeName(one)),
    element("p.small.soft", {}, note),
    difference(compare(asText(both ? one.mine : one.base), asText(one.theirs))),
    radios,
    hand,
  );
}

function chosenValue(row, one) {
  const chosen = find("input:checked", row)?.value;
  if (chosen === "theirs") return one.theirs ?? null;
  return chosen === "hand" ? find("textarea", row).value : one.mine;
}

/**
 * @param {HTMLElement} place
 * @param {{base: object, mine: object, theirs: object}} documents
 * @param {{author?: {name?: string}, updated: string}} other who saved, and when
 * @param {(merged: object) => void} settle told the document to go on with
 */
export function showConflict(place, { base, mine, theirs }, { author, updated }, settle) {
  const name = author?.name ?? "the other editor";
  const found = differences(base, mine, theirs);
  const open = found.filter(({ by }) => by !== "mine");
  if (open.length === 0) return settle(mine);
  const rows = open.map((one, at) => row(one, at, name));
  const all = (value) => () => {
    for (const box of findAll(`input[value=${value}]`, place)) box.click();
  };
  const own = found.length - open.length;
  const form = element(
    "form.conflict.card",
    { "aria-labelledby": "conflict-heading" },
    element("h2", { id: "conflict-heading", tabindex: "-1" }, "Somebody else saved this page"),
    element(
      "p",
      {},
      `${name} saved it `,
      ago(updated),
      ". Nothing of yours is lost: choose for each place what should stay, then save again.",
    ),
    own > 0 &&
      element(
        "p",
        {},
        own === 1 ? "1 other change of yours stays." : `${own} other changes of yours stay.`,
      ),
    element(
      "div.row",
      {},
      element(
        "button.button.slim.quiet",
        { type: "button", onclick: all("theirs") },
        `Take over all of ${name}’s`,
      ),
      element(
        "button.button.slim.quiet",
        { type: "button", onclick: all("mine") },
        "Keep all of mine",
      ),
    ),
    rows,
    element("p", {}, element("button.button", { type: "submit" }, "Go on with this")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = new Map(open.map((one, at) => [one.key, chosenValue(rows[at], one)]));
    fill(place);
    settle(merge(mine, open, chosen));
  });
  fill(place, form);
  find("#conflict-heading").focus();
}
