/** Labelled fields that write into a document as somebody types. */
import { element } from "./dom.js";

let made = 0;

/** A box with its label above it, and a hint between the two. */
export function labelled(label, hint, box) {
  const id = `field-${++made}`;
  box.id = id;
  if (hint) box.setAttribute("aria-describedby", `${id}-hint`);
  return element(
    "div.field",
    {},
    element("label", { for: id }, label),
    hint && element("p.hint", { id: `${id}-hint` }, hint),
    box,
  );
}

/**
 * @param {object} part of the document that the field belongs to
 * @param {string} name of the field in it
 * @param {{label: string, at: string, hint?: string, type?: string, rows?: number,
 *     optional?: boolean, maxlength?: number}} options `at` is the JSON pointer of `part`; what is
 *     optional and empty is not there at all
 */
export function textField(part, name, options) {
  const { label, at, hint, type = "text", rows, optional, maxlength } = options;
  const tag = rows ? "textarea.box" : "input.box";
  const attributes = rows ? { rows } : { type, autocomplete: "off" };
  const box = element(tag, { ...attributes, maxlength, "data-pointer": `${at}/${name}` });
  box.value = part[name] ?? "";
  box.addEventListener("input", () => {
    if (optional && !box.value.trim()) delete part[name];
    else part[name] = box.value;
  });
  return labelled(label, hint, box);
}

/** A list of short texts, one on each line. */
export function linesField(part, name, { label, at, hint, optional }) {
  const box = element("textarea.box.lines", { rows: 3, "data-pointer": `${at}/${name}` });
  box.value = (part[name] ?? []).join("\n");
  box.addEventListener("input", () => {
    const lines = box.value
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    if (optional && lines.length === 0) delete part[name];
    else part[name] = lines;
  });
  return labelled(label, hint, box);
}

/** Any of the given values, as boxes to tick. */
export function ticksField(part, name, { label, at, options }) {
  const ticks = options.map(({ value, words }) => {
    const box = element("input", { type: "checkbox", value, checked: part[name].includes(value) });
    box.addEventListener("change", () => {
      const rest = part[name].filter((one) => one !== value);
      part[name] = box.checked ? [...rest, value] : rest;
    });
    return element("label.tick", {}, box, element("span", {}, words));
  });
  return element(
    "fieldset.field",
    { "data-pointer": `${at}/${name}`, tabindex: "-1" },
    element("legend", {}, label),
    element("div.ticks", {}, ticks.length ? ticks : element("p.hint", {}, "None yet.")),
  );
}
