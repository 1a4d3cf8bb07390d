/** The profile as a form: parts that fold, each saying what stands in it and who sees it. */
import { audienceField, explainAudiences, shortly } from "./audience.js";
import { element, fill, find, findAll } from "./dom.js";
import { markWrong, unmark } from "./field-error.js";
import { PARTS } from "./profile-parts.js";

const partsOf = (fields) =>
  Object.keys(PARTS).filter((id) => fields.some((name) => PARTS[id].field === name));

/** Draws anew without taking the place away where somebody writes. */
function keepingFocus(redraw) {
  const { activeElement: active } = document;
  const pointer = active.dataset.pointer;
  const [from, to] = [active.selectionStart, active.selectionEnd];
  redraw();
  if (active.isConnected || !pointer) return;
  const again = find(`[data-pointer="${CSS.escape(pointer)}"]`);
  again?.focus({ preventScroll: true });
  if (from !== undefined && from !== null) again?.setSelectionRange?.(from, to);
}

/** The field at a place of the document, or the nearest thing around it. */
function fieldAt(form, { field, key, detail }) {
  const whole = ["", field, key, detail].filter((one) => one !== undefined).join("/");
  for (let at = whole; at; at = at.slice(0, at.lastIndexOf("/"))) {
    const found = find(`[data-pointer="${CSS.escape(at)}"]`, form);
    if (found) return found;
  }
  return null;
}

/** Opens what is folded around a field, and goes there. */
export function goTo(field) {
  for (let part = field.closest("details"); part; part = part.parentElement.closest("details"))
    part.open = true;
  const own = find(":scope > details", field);
  if (own) own.open = true;
  field.focus();
}

/**
 * @param {HTMLFormElement} form
 * @param {object} mine the document, which the fields write into
 * @param {() => void} changed told what no event of a field tells
 */
export function profileForm(form, mine, changed) {
  const part = (id) => find(`#part-${id}`, form);

  function body(id) {
    const { body: fields, field, what } = PARTS[id];
    return [fields(mine, changed), what && audienceField(mine.shown, field, what)].flat();
  }

  /** What the closed parts say. */
  function shorten() {
    for (const [id, { short, field, what }] of Object.entries(PARTS)) {
      const words = short(mine) || "Nothing yet";
      const seen = what && words !== "Nothing yet" ? shortly(mine.shown, field) : "";
      find("[data-short]", part(id)).textContent = words;
      find("[data-who]", part(id)).textContent = seen;
    }
    explainAudiences(form, mine.shown);
  }

  function draw(id) {
    return element(
      "details.part",
      { id: `part-${id}` },
      element(
        "summary",
        {},
        element("h2", {}, PARTS[id].heading),
        element("span.short", { "data-short": true }),
        element("span.badge", { "data-who": true }),
      ),
      element("div.inside", {}, body(id)),
    );
  }

  fill(form, Object.keys(PARTS).map(draw));
  shorten();
  return {
    shorten,
    /** These fields of the document changed by themselves. */
    refresh(fields) {
      const all = fields.includes("shown") ? Object.keys(PARTS) : partsOf(fields);
      keepingFocus(() => all.forEach((id) => fill(find(".inside", part(id)), body(id))));
      shorten();
    },
    /** Shows what the server refused; answers the first such field. */
    mark(refusals) {
      findAll("[data-refused]", form).forEach(
        (field) => (unmark(field), delete field.dataset.refused),
      );
      const fields = refusals.map(({ place, message }) => {
        const field = fieldAt(form, place);
        if (!field) return null;
        markWrong(field, message);
        field.dataset.refused = "";
        return field;
      });
      return fields.find(Boolean);
    },
  };
}
