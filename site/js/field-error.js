/** What is wrong with a field, said beside it. */
import { element, find } from "./dom.js";

let made = 0;

const described = (field) =>
  (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);

function describe(field, ids) {
  if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
}

export function unmark(field) {
  const id = field.dataset.error;
  if (!id) return;
  find(`#${id}`)?.remove();
  delete field.dataset.error;
  field.removeAttribute("aria-invalid");
  describe(
    field,
    described(field).filter((one) => one !== id),
  );
}

/** In the place of anything that was said before. */
export function markWrong(field, message) {
  unmark(field);
  const id = `wrong-${++made}`;
  field.dataset.error = id;
  const words = element("p.error", { id }, message);
  // A group tells its error inside, where it is read with it.
  if (field.tagName === "FIELDSET") find("legend", field).after(words);
  else if (field.tagName === "LI") field.prepend(words);
  else (field.closest(".tags, .pick") ?? field).before(words);
  if (field.matches("input, select, textarea")) field.setAttribute("aria-invalid", "true");
  describe(field, [id, ...described(field)]);
}
