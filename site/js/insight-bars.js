/** Insights as bars, each with its number in words beside it. */
import { element } from "./dom.js";
import { about, aboutOf, listed, OUTCOMES, parts, SEVERITIES, verdict } from "./insight-words.js";
import { shape } from "./svg.js";

const GAP = 0.6;

/** Pieces side by side, from 0 to the share of the whole that they fill. */
function bar(pieces, fills = 1) {
  let from = 0;
  const drawn = pieces.map(({ name, share }, at) => {
    const wide = share * fills * 100;
    const gap = at < pieces.length - 1 ? GAP : 0;
    const rect = shape("rect", {
      class: name,
      x: `${from}%`,
      width: `${Math.max(wide - gap, 0)}%`,
      height: "100%",
    });
    from += wide;
    return rect;
  });
  return shape("svg", { class: "bar", "aria-hidden": "true" }, drawn);
}

const whole = (share) => bar([{ name: "people", share: 1 }], share);

function symptom({ name, n, share, severity }, of) {
  const how = listed(severity, SEVERITIES);
  return element(
    "li",
    {},
    element("h3", {}, name),
    whole(share),
    element("p.small", {}, element("b", {}, aboutOf(n, of))),
    how && element("p.small.soft", {}, how),
  );
}

function treatment(one, of) {
  const { name, n, share, current, outcomes, answered, sideEffects = [] } = one;
  const did = listed(outcomes, OUTCOMES);
  const effects = sideEffects.map((effect) => `${effect.name} (${about(effect.n)})`).join(", ");
  return element(
    "li",
    {},
    element("h3", {}, name),
    whole(share),
    element(
      "p.small",
      {},
      element("b", {}, aboutOf(n, of)),
      current && ` · ${about(current)} use it now`,
    ),
    answered > 0 && bar(parts(outcomes, OUTCOMES)),
    did && element("p.small", {}, did),
    element("p.small.soft", {}, verdict(one)),
    effects && element("p.small", {}, `Side effects: ${effects}`),
  );
}

const key = ([name, words]) => element("li", {}, element(`span.swatch.${name}`), words);

export const symptomBars = ({ symptoms, told }) =>
  element(
    "ol.bare.bars",
    {},
    symptoms.map((one) => symptom(one, told.symptoms)),
  );

export const treatmentBars = ({ treatments, told }) => [
  element("ul.bare.key", { "aria-label": "Colours" }, OUTCOMES.map(key)),
  element(
    "ol.bare.bars.tall",
    {},
    treatments.map((one) => treatment(one, told.treatments)),
  ),
];
