/** A form that tells, field by field, what is missing, and never loses what was typed. */
import { signInLink } from "./auth.js";
import { element, find, findAll } from "./dom.js";
import { randomText } from "./random.js";

/** The control that shows a field's error: the input itself, or the first of several. */
function control(form, name) {
  return (
    find(`[data-field="${CSS.escape(name)}"]`, form) ?? find(`[name="${CSS.escape(name)}"]`, form)
  );
}

function clear(form) {
  findAll(".error, [data-summary]", form).forEach((shown) => shown.remove());
  for (const field of findAll("[aria-invalid]", form)) {
    field.removeAttribute("aria-invalid");
    const rest = (field.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .filter((id) => !id.endsWith("-error"));
    field.setAttribute("aria-describedby", rest.join(" "));
  }
}

function tie(field, name, message) {
  const id = `${name}-error`;
  const place = field.closest(".pick, .tags") ?? field;
  find(`#${CSS.escape(id)}`, field.form)?.remove();
  place.before(element("p.error", { id }, message));
  field.setAttribute("aria-invalid", "true");
  field.setAttribute(
    "aria-describedby",
    `${id} ${field.getAttribute("aria-describedby") ?? ""}`.trim(),
  );
}

function show(form, words, fields, status) {
  const items = Object.entries(fields).map(([name, message]) => {
    const field = control(form, name);
    if (!field) return element("li", {}, message);
    tie(field, name, message);
    const jump = (event) => (event.preventDefault(), field.focus());
    return element("li", {}, element("a", { href: `#${field.id}`, onclick: jump }, message));
  });
  const summary = element(
    "div.note.bad",
    { role: "alert", tabindex: "-1", "data-summary": true },
    element("p", {}, element("strong", {}, words)),
    status === 401 && element("p", {}, element("a", { href: signInLink() }, "Sign in")),
    items.length > 0 && element("ul", {}, items),
  );
  form.prepend(summary);
  summary.focus();
}

/** What the browser's own rules (required, type, lengths) find, in our words. */
function missing(form) {
  const fields = {};
  for (const field of form.elements) {
    const name = field.dataset.field ?? field.name;
    if (!name || !field.willValidate || field.validity.valid) continue;
    const empty = field.validity.valueMissing;
    fields[name] ??=
      (empty ? field.dataset.missing : field.dataset.wrong) ?? field.validationMessage;
  }
  return fields;
}

/**
 * @param {HTMLFormElement} form
 * @param {(form: HTMLFormElement, key: string) => Promise<object>} send the key stays the same while
 *     the same content is sent again, so that a retry never counts twice
 * @param {(reply: object) => void} done
 * @param {() => Promise<void>} ready resolves once nothing is being looked up any more
 */
export function enhance(form, send, done, ready = async () => {}) {
  form.noValidate = true;
  let key = randomText();
  let busy = false;
  form.addEventListener("input", () => (key = randomText()));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    await ready();
    busy = false;
    clear(form);
    const fields = missing(form);
    if (Object.keys(fields).length) return show(form, "Please look at this again:", fields);
    busy = true;
    const button = find("[type=submit]", form);
    button.setAttribute("aria-disabled", "true");
    try {
      const reply = await send(form, key);
      key = randomText();
      done(reply);
    } catch (error) {
      show(form, error.message, error.fields ?? {}, error.status);
    } finally {
      busy = false;
      button.removeAttribute("aria-disabled");
    }
  });
}

/** Keeps what is being written in this tab, so that a reload or a new sign-in does not lose it. */
export function keepDraft(form, name) {
  const place = `alike.draft.${name}`;
  const boxes = findAll("input[type=text], textarea", form);
  const kept = JSON.parse(sessionStorage.getItem(place) ?? "{}");
  for (const box of boxes) box.value ||= kept[box.name] ?? "";
  form.addEventListener("input", () => {
    const now = Object.fromEntries(boxes.map((box) => [box.name, box.value]));
    sessionStorage.setItem(place, JSON.stringify(now));
  });
  return () => sessionStorage.removeItem(place);
}
