/** What the server found wrong with a page, shown at its fields. */
import { element, fill, find, findAll } from "./dom.js";

/** The field that a JSON pointer means, or the nearest thing around it. */
function fieldAt(form, pointer) {
  for (let at = pointer; at; at = at.slice(0, at.lastIndexOf("/"))) {
    const field = find(`[data-pointer="${CSS.escape(at)}"]`, form);
    if (field) return field;
  }
  return null;
}

/** Words for where it is, from the headings around the field. */
function whereabouts(field) {
  const names = [];
  for (let part = field?.closest("details"); part; part = part.parentElement.closest("details"))
    names.unshift(find("summary", part).firstChild.textContent);
  return names.join(" › ");
}

function reveal(field) {
  for (let part = field.closest("details"); part; part = part.parentElement.closest("details"))
    part.open = true;
  field.focus();
}

const described = (field) =>
  (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);

export function clearProblems(form, place) {
  fill(place);
  findAll(".error", form).forEach((shown) => shown.remove());
  for (const field of findAll("[aria-invalid]", form)) {
    field.removeAttribute("aria-invalid");
    const rest = described(field).filter((id) => !id.startsWith("problem-"));
    if (rest.length) field.setAttribute("aria-describedby", rest.join(" "));
    else field.removeAttribute("aria-describedby");
  }
}

/**
 * @param {HTMLElement} form holds fields with `data-pointer`
 * @param {HTMLElement} place the list of all problems goes here
 * @param {{message: string, errors: {pointer: string, message: string}[]}} problem
 */
export function showProblems(form, place, { message, errors = [] }) {
  clearProblems(form, place);
  const items = errors.map(({ pointer = "", message: words }, at) => {
    const field = fieldAt(form, pointer.replace(/^\/document/, ""));
    if (!field) return element("li", {}, words);
    const id = `problem-${at}`;
    field.before(element("p.error", { id }, words));
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", [id, ...described(field)].join(" "));
    const jump = (event) => (event.preventDefault(), reveal(field));
    const link = element("a", { href: `#${field.id}`, onclick: jump }, words);
    return element("li", {}, `${whereabouts(field)}: `, link);
  });
  fill(
    place,
    element(
      "div.note.bad",
      { role: "alert", tabindex: "-1" },
      element("p", {}, element("strong", {}, message)),
      items.length > 0 && element("ul", {}, items),
    ),
  );
  place.firstChild.focus();
}
