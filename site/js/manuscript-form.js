/** The whole of a page as a form: what belongs to all its texts, then each text with its sections. */
import { element, fill, find } from "./dom.js";
import { linesField, textField, ticksField } from "./fields.js";
import { ASPECTS, byAspect, variantKey } from "./merge.js";
import { aboutPage } from "./manuscript-about.js";
import { language } from "./words.js";

const LEVELS = { standard: "standard", plain: "plain words" };
export const ASPECT_NAMES = {
  overview: "What it is",
  symptoms: "Signs and symptoms",
  causes: "Causes",
  diagnosis: "Diagnosis",
  treatments: "Treatments",
  outlook: "What to expect",
  "living-with": "Living with it",
  "urgent-help": "When to get help now",
};
export const variantName = ({ lang, level }) => `${language(lang)}, ${LEVELS[level] ?? level}`;
/** The text that every page has, and that the others follow. */
export const isFirst = ({ lang, level }) => lang === "en" && level === "standard";
const today = () => new Date().toISOString().slice(0, 10);
const inAYear = () => `${new Date().getFullYear() + 1}${today().slice(4)}`;

export const emptySection = (id, like) => ({
  id,
  heading: like?.heading ?? ASPECT_NAMES[id],
  markdown: "",
  reviewedBy: like?.reviewedBy ?? "",
  reviewed: today(),
  nextReview: inAYear(),
  sources: [...(like?.sources ?? [])],
});

function sectionFields(section, at, document, remove) {
  const options = document.sources.map(({ id, title }) => ({ value: id, words: title || id }));
  return element(
    "details.part",
    { "data-key": section.id },
    element(
      "summary",
      {},
      ASPECT_NAMES[section.id] ?? section.id,
      element("small", {}, ` due ${section.nextReview}`),
    ),
    textField(section, "heading", { label: "Heading", at }),
    textField(section, "markdown", { label: "Text (Markdown)", at, rows: 12 }),
    element(
      "div.pair",
      {},
      textField(section, "reviewedBy", { label: "Reviewed by", at }),
      textField(section, "reviewed", { label: "Reviewed on", at, type: "date" }),
      textField(section, "nextReview", { label: "Next review", at, type: "date" }),
    ),
    ticksField(section, "sources", { label: "Rests on", at, options }),
    remove,
  );
}

function button(words, onclick, kind = "quiet") {
  return element(`button.button.slim.${kind}`, { type: "button", onclick }, words);
}

/** A choice of what is not there yet, with a button that adds it. */
function adder(label, options, add) {
  if (options.length === 0) return null;
  const choice = element(
    "select.box",
    { "aria-label": label },
    options.map(({ value, words }) => element("option", { value }, words)),
  );
  return element(
    "div.row.adder",
    {},
    choice,
    button(label, () => add(choice.value)),
  );
}

/**
 * @param {HTMLElement} place
 * @param {object} document changed in place
 * @param {() => void} changed told after something was added or removed
 */
export function showForm(place, document, changed) {
  const opened = new Set(
    [...place.querySelectorAll("details[open]")].map((one) => one.dataset.path),
  );
  const again = () => (showForm(place, document, changed), changed());

  function sections(variant, at) {
    const first = document.variants.find(isFirst);
    const made = variant.sections.map((section, index) => {
      const drop = () => (variant.sections.splice(index, 1), again());
      const remove = button("Remove this section", drop, "danger");
      return sectionFields(section, `${at}/sections/${index}`, document, remove);
    });
    const missing = ASPECTS.filter((id) => !variant.sections.some((one) => one.id === id))
      .filter((id) => isFirst(variant) || first?.sections.some((one) => one.id === id))
      .map((value) => ({ value, words: ASPECT_NAMES[value] }));
    const add = (id) => {
      const like = first?.sections.find((one) => one.id === id);
      variant.sections.push(emptySection(id, like));
      variant.sections.sort(byAspect);
      again();
    };
    return [...made, adder("Add a section", missing, add)];
  }

  function variantFields(variant, index) {
    const optional = true;
    const at = `/variants/${index}`;
    const drop = () => (document.variants.splice(index, 1), again());
    const own = variant.lang !== "en" && [
      element(
        "div.pair",
        {},
        textField(variant, "name", { label: "Name in this language", at, optional }),
        textField(variant, "shortName", { label: "Short form", at, optional }),
      ),
      linesField(variant, "alsoKnownAs", { label: "Also known as", at, optional }),
    ];
    return element(
      "details.variant",
      { "data-key": variantKey(variant), "data-lang": variant.lang, "data-level": variant.level },
      element(
        "summary",
        {},
        variantName(variant),
        element("small", {}, ` ${variant.sections.length} sections`),
      ),
      own,
      textField(variant, "summary", { label: "Summary", at, rows: 3 }),
      sections(variant, at),
      !isFirst(variant) && button("Remove this text", drop, "danger"),
    );
  }

  const texts = document.variants.map(variantFields);
  const [main] = texts.splice(document.variants.findIndex(isFirst), 1);
  fill(place, aboutPage(document, again), main, texts);
  for (const details of place.querySelectorAll("details")) {
    const outer = details.parentElement.closest("details")?.dataset.key ?? "";
    details.dataset.path = `${outer}/${details.dataset.key}`;
    details.open = opened.has(details.dataset.path);
  }
  if (!find("details[open]", place)) main.open = true;
}
