/** The same insights as tables. */
import { element } from "./dom.js";
import { about, aboutOf, minds, OUTCOMES, SEVERITIES } from "./insight-words.js";
import { table } from "./table.js";

const few = () => element("span.soft", {}, "too few");
const number = (n) => (n ? about(n) : few());
const capital = (words) => words[0].toUpperCase() + words.slice(1);
const names = (kinds) => kinds.map(([, words]) => capital(words));
const cells = (groups, kinds) => kinds.map(([name]) => number(groups?.[name]));

export const symptomTable = ({ symptoms, told }) =>
  table(
    "What people live with",
    ["Symptom", "People", ...names(SEVERITIES)],
    symptoms.map(({ name, n, severity }) => [
      name,
      aboutOf(n, told.symptoms),
      ...cells(severity, SEVERITIES),
    ]),
  );

export const treatmentTable = ({ treatments, told }) =>
  table(
    "What people take, and what it did",
    [
      "Treatment",
      "People",
      "Use it now",
      ...names(OUTCOMES),
      "How they differ",
      "Side effects",
    ],
    treatments.map(({ name, n, current, outcomes, disagreement, sideEffects = [] }) => [
      name,
      aboutOf(n, told.treatments),
      number(current),
      ...cells(outcomes, OUTCOMES),
      minds(disagreement) || few(),
      sideEffects.map((one) => `${one.name} (${about(one.n)})`).join(", ") || few(),
    ]),
  );
