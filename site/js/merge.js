/**
 * Two editors' versions of one page against the version that both began with. Pure: it knows no
 * page and no network.
 */
const PAGE = ["alsoKnownAs", "covers", "symptoms", "treatments", "sources"];
const VARIANT = ["name", "shortName", "alsoKnownAs", "summary"];
const SECTION = ["heading", "markdown", "reviewedBy", "reviewed", "nextReview", "sources"];
export const ASPECTS = [
  "overview",
  "symptoms",
  "causes",
  "diagnosis",
  "treatments",
  "outlook",
  "living-with",
  "urgent-help",
];

export const variantKey = ({ lang, level }) => `${lang} ${level}`;
const variantOf = (document, key) => document.variants.find((one) => variantKey(one) === key);
const sectionOf = (variant, id) => variant?.sections.find((one) => one.id === id);
const plain = (value) => JSON.stringify(value ?? null);

/** A field's place in a page: `{variant?, section?, field?}`, without a field the whole of it. */
const keyOf = (place) => JSON.stringify([place.variant, place.section, place.field]);

function read(document, { variant, section, field }) {
  let part = document;
  if (variant) part = variantOf(document, variant);
  if (section) part = sectionOf(part, section);
  return field ? part?.[field] : part;
}

/** Every place of the documents. What one of them lacks altogether counts as one place. */
function places(documents) {
  const all = PAGE.map((field) => ({ field }));
  const variants = new Set(documents.flatMap((one) => one.variants.map(variantKey)));
  for (const variant of variants) {
    const texts = documents.map((one) => variantOf(one, variant));
    if (texts.some((text) => !text)) {
      all.push({ variant });
      continue;
    }
    all.push(...VARIANT.map((field) => ({ variant, field })));
    for (const section of new Set(texts.flatMap((text) => text.sections.map(({ id }) => id)))) {
      const whole = texts.some((text) => !sectionOf(text, section));
      if (whole) all.push({ variant, section });
      else all.push(...SECTION.map((field) => ({ variant, section, field })));
    }
  }
  return all;
}

/**
 * What differs: `[{key, variant?, section?, field?, base, mine, theirs, by}]`, `by` being who changed
 * it: "mine", "theirs" or "both". What both changed alike is no difference.
 */
export function differences(base, mine, theirs) {
  return places([base, mine, theirs]).flatMap((place) => {
    const values = {
      base: read(base, place),
      mine: read(mine, place),
      theirs: read(theirs, place),
    };
    if (plain(values.mine) === plain(values.theirs)) return [];
    const byMe = plain(values.base) !== plain(values.mine);
    const byThem = plain(values.base) !== plain(values.theirs);
    return [
      {
        ...place,
        ...values,
        key: keyOf(place),
        by: byMe && byThem ? "both" : byMe ? "mine" : "theirs",
      },
    ];
  });
}

function write(document, { variant, section, field }, value) {
  if (!variant) document[field] = value;
  else if (!section && !field)
    replace(document.variants, (one) => variantKey(one) === variant, value);
  else if (!section) variantOf(document, variant)[field] = value;
  else {
    const { sections } = variantOf(document, variant);
    if (field) sections.find(({ id }) => id === section)[field] = value;
    else replace(sections, ({ id }) => id === section, value);
  }
}

function replace(list, fits, value) {
  const at = list.findIndex(fits);
  if (at >= 0) list.splice(at, 1);
  if (value) list.push(value);
}

export const byAspect = (one, other) => ASPECTS.indexOf(one.id) - ASPECTS.indexOf(other.id);

/**
 * My document with what was chosen of theirs.
 *
 * @param {object} mine
 * @param {object[]} found what {@link differences} answered
 * @param {Map<string, any>} chosen the value for each key; what is missing stays mine
 */
export function merge(mine, found, chosen) {
  const merged = structuredClone(mine);
  for (const one of found)
    if (chosen.has(one.key)) write(merged, one, structuredClone(chosen.get(one.key)));
  merged.variants.forEach(({ sections }) => sections.sort(byAspect));
  return merged;
}

/** Any value of a page as lines of text, to be compared. */
export function asText(value) {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(asText).join("\n");
  if (typeof value !== "object") return String(value);
  const { url, title, publisher, heading, markdown, summary, sections } = value;
  if (url !== undefined) return [value.id, title, publisher, url].join(" · ");
  if (sections) return [summary, ...sections.map(asText)].join("\n\n");
  return [heading, "", markdown].join("\n");
}
