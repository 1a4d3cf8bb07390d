/** Drawings: all sizes are attributes, since the pages allow no inline styles. */
const SVG = "http://www.w3.org/2000/svg";

/** Makes a part of a drawing: `shape("rect", { x: "10%", width: "20%" })`. */
export function shape(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat());
  return made;
}
