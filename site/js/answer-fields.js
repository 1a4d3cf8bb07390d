/** Fields whose answers are chosen, or are years; large enough for any finger. */
import { element } from "./dom.js";
import { labelled } from "./fields.js";
import { markWrong, unmark } from "./field-error.js";

let made = 0;

function put(part, name, value) {
  if (value === "" || value === undefined) delete part[name];
  else part[name] = value;
}

/** A year; while it is being typed the last whole one counts. */
export function yearField(part, name, { label, at, hint }) {
  const box = element("input.box.brief", {
    type: "text",
    inputmode: "numeric",
    maxlength: 4,
    autocomplete: "off",
    "data-pointer": `${at}/${name}`,
  });
  const whole = () => /^(\d{4})?$/.test(box.value.trim());
  box.value = part[name] ?? "";
  box.addEventListener("input", () => {
    unmark(box);
    if (whole()) put(part, name, box.value.trim() ? Number(box.value) : undefined);
  });
  box.addEventListener("change", () => {
    if (!whole()) markWrong(box, "Write the year with four digits, such as 1970.");
  });
  return labelled(label, hint, box);
}

/** @param {{options: [string, string][]}} options values and their words; "" is no answer */
export function selectField(part, name, { label, at, hint, options }) {
  const box = element(
    "select.box",
    { "data-pointer": `${at}/${name}` },
    options.map(([value, words]) => element("option", { value }, words)),
  );
  box.value = part[name] ?? "";
  box.addEventListener("change", () => put(part, name, box.value));
  return labelled(label, hint, box);
}

/** One of a few, all in sight: one press each. */
export function pillsField(part, name, { label, at, options }) {
  const group = `pills-${++made}`;
  const pill = ([value, words]) => {
    const checked = (part[name] ?? "") === value;
    const radio = element("input", { type: "radio", name: group, value, checked });
    radio.addEventListener("change", () => put(part, name, value));
    return element("label.pill", {}, radio, element("span", {}, words));
  };
  return element(
    "fieldset.field",
    { "data-pointer": `${at}/${name}`, tabindex: "-1" },
    element("legend", {}, label),
    element("div.pills", {}, options.map(pill)),
  );
}

/** Yes or no, with what it means. */
export function yesField(part, name, { label, at, hint }) {
  const id = `yes-${++made}`;
  const box = element("input", {
    type: "checkbox",
    checked: Boolean(part[name]),
    "data-pointer": `${at}/${name}`,
    "aria-labelledby": id,
    "aria-describedby": hint && `${id}-hint`,
  });
  box.addEventListener("change", () => (part[name] = box.checked));
  return element(
    "label.pick",
    {},
    box,
    element("span", { id }, label),
    hint && element("small", { id: `${id}-hint` }, hint),
  );
}
