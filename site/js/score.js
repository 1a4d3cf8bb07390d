/** How alike somebody is, and how sure that is. */
import { element } from "./dom.js";
import { shape } from "./svg.js";

const SURE = { vague: "a first guess", fair: "fairly sure", sure: "sure" };

/** Of a circle that is 100 around. */
const RADIUS = 15.9155;

function ring(percent) {
  const circle = (name, drawn) =>
    shape("circle", {
      class: name,
      cx: 18,
      cy: 18,
      r: RADIUS,
      "stroke-dasharray": drawn,
    });
  return shape(
    "svg",
    { viewBox: "0 0 36 36", "aria-hidden": "true" },
    circle("whole", "none"),
    circle("part", `${percent} 100`),
  );
}

/** "78 %", with a ring as full, and "fairly sure" below it. */
export function scoreOf({ score, sure }) {
  const percent = Math.round(score);
  return element(
    "p.score",
    {},
    ring(percent),
    element("b", {}, element("span.out-of-sight", {}, "Likeness: "), `${percent} %`),
    SURE[sure] && element("small", {}, element("span.out-of-sight", {}, ", "), SURE[sure]),
  );
}
