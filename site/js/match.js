import { country } from "./alikes-card.js";
import { avatar, element } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";
function ring(score) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 36 36");
  picture.setAttribute("aria-hidden", "true");
  for (const part of ["", "part"]) {
    const circle = document.createElementNS(SVG, "circle");
    const attributes = {
      class: part,
      cx: 18,
      cy: 18,
      r: 16,
      pathLength: 100,
      "stroke-dasharray": part ? `${score} 100` : "none",
    };
    for (const [name, value] of Object.entries(attributes)) circle.setAttribute(name, value);
    picture.append(circle);
  }
  return element(
    "div.score",
    {},
    picture,
    element(
      "b",
      {},
      element("span.out-of-sight", {}, "Likeness: "),
      String(score),
      element("span.out-of-sight", {}, " of 100"),
    ),
  );
}

/** What both have, and how many of the members have it: the rarer, the more it says. */
function chip({ name, rarity }) {
  const rare = rarity?.startsWith("rare");
  return element(
    rare ? "li.chip.rare" : "li.chip",
    {},
    name,
    rarity && element("small", {}, rarity),
  );
}

/** One Alike: who, how alike from 0 to 100, and what the two share. */
export function match({ member, score, shared = [] }) {
  const from = country(member.country);
  return element(
    "li.card.match",
    {},
    element(
      "div.who",
      {},
      avatar(member.displayName),
      element(
        "span",
        {},
        element("h3", {}, member.displayName),
        from && element("small.soft", {}, from),
      ),
    ),
    ring(Math.round(score)),
    shared.length > 0 && element("p.small.soft.why", {}, "What you have in common"),
    element("ul.chips", {}, shared.map(chip)),
  );
}
