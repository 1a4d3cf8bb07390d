/** What more members can say about a condition, a symptom or a treatment. */
import { pillsField, yearField } from "./answer-fields.js";
import { OUTCOME, SEVERITY, USE } from "./entry-words.js";
import { textField } from "./fields.js";
import { sideEffectsField } from "./side-effects.js";

const STAGE = "In your own words, such as “stage 2” or “began in the hands”.";
/** By list: what more there is to say about one entry, `at` its place in the document. */
export const entryFields = {
  conditions: (one, at) => [
    yearField(one, "firstSymptoms", { label: "Year of the first symptoms", at }),
    yearField(one, "diagnosed", { label: "Year of the diagnosis", at }),
    textField(one, "stage", {
      label: "Stage or type",
      hint: STAGE,
      at,
      maxlength: 100,
      optional: true,
    }),
  ],
  symptoms: (one, at) => [
    pillsField(one, "severity", { label: "How strong is it?", at, options: SEVERITY }),
    yearField(one, "since", { label: "Since which year?", at }),
  ],
  treatments: (one, at, changed) => [
    pillsField(one, "use", { label: "Do you use it?", at, options: USE }),
    pillsField(one, "outcome", { label: "What did it do for you?", at, options: OUTCOME }),
    sideEffectsField(one, { at, changed }),
  ],
};
