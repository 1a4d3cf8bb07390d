/** What belongs to all texts of a page: names, vocabulary, sources, and which texts there are. */
import { combobox } from "./combobox.js";
import { element } from "./dom.js";
import { linesField, textField } from "./fields.js";
import { variantKey } from "./merge.js";
import { suggestWords } from "./vocabulary.js";
import { language } from "./words.js";

const LANGUAGES = ["en", "es", "fr", "de", "it", "pt", "nl", "pl", "ar", "zh"];
const LEVELS = { standard: "standard", plain: "plain words" };

/** Ids of the vocabulary, with an entry that finds them by any of their names. */
function conceptsField(document, name, kind, label) {
  const field = linesField(document, name, {
    label,
    at: "",
    hint: "Ids of the vocabulary, one on each line, the most typical first.",
  });
  const box = field.querySelector("textarea");
  const entry = element("input.box", {
    type: "text",
    "aria-label": `Find a ${kind} to add`,
    placeholder: `Find a ${kind} to add`,
  });
  const search = element("div.tags", {}, entry);
  field.append(search);
  combobox(entry, suggestWords(kind), ({ value }) => {
    box.value = `${box.value.trimEnd()}\n${value}`.trimStart();
    box.dispatchEvent(new Event("input", { bubbles: true }));
    entry.value = "";
  });
  return field;
}

function sourceFields(document, index, again) {
  const source = document.sources[index];
  const at = `/sources/${index}`;
  const remove = () => (document.sources.splice(index, 1), again());
  return element(
    "fieldset.source",
    { "data-pointer": at, tabindex: "-1" },
    element("legend", {}, `Source ${index + 1}`),
    textField(source, "title", { label: "Title", at }),
    element(
      "div.pair",
      {},
      textField(source, "publisher", { label: "Publisher", at }),
      textField(source, "id", { label: "Short id", at }),
    ),
    textField(source, "url", { label: "Address", at, type: "url" }),
    element(
      "button.button.slim.danger",
      { type: "button", onclick: remove },
      `Remove source ${index + 1}`,
    ),
  );
}

/** Adds a text in another language or at another level. */
function textAdder(document, again) {
  const select = (label, options) =>
    element(
      "select.box",
      { "aria-label": label },
      options.map(([value, words]) => element("option", { value }, words)),
    );
  const lang = select(
    "Language of the new text",
    LANGUAGES.map((code) => [code, language(code)]),
  );
  const level = select("Level of the new text", Object.entries(LEVELS));
  const add = () => {
    const variant = { lang: lang.value, level: level.value, summary: "", sections: [] };
    if (document.variants.some((one) => variantKey(one) === variantKey(variant))) return;
    document.variants.push(variant);
    again();
  };
  const button = element(
    "button.button.slim.quiet",
    { type: "button", onclick: add },
    "Add a text",
  );
  return element("div.row.adder", {}, lang, level, button);
}

export function aboutPage(document, again) {
  const addSource = () => {
    document.sources.push({ id: "", title: "", publisher: "", url: "https://" });
    again();
  };
  return element(
    "details.variant",
    { "data-key": "page" },
    element(
      "summary",
      {},
      "About the page",
      element("small", {}, " names, vocabulary, sources, texts"),
    ),
    linesField(document, "alsoKnownAs", {
      label: "Also known as",
      at: "",
      hint: "English names, one on each line. Each must mean this condition alone.",
    }),
    conceptsField(
      document,
      "covers",
      "condition",
      "Also answers for these more general conditions",
    ),
    conceptsField(document, "symptoms", "symptom", "Symptoms"),
    conceptsField(document, "treatments", "treatment", "Treatments"),
    document.sources.map((_, index) => sourceFields(document, index, again)),
    element(
      "p",
      {},
      element("button.button.slim.quiet", { type: "button", onclick: addSource }, "Add a source"),
    ),
    element("p", {}, element("strong", {}, "Another language or level")),
    textAdder(document, again),
  );
}
