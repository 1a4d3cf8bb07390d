/** Whom somebody would like to meet, and whether they want to hear of it. */
import { selectField, yesField } from "./answer-fields.js";
import { element } from "./dom.js";

const YEARS = [5, 10, 15, 20, 30, 40];
const WISHES =
  "A wish works both ways: who does not fit it is not shown to you, and you are not shown to them. " +
  "It counts once you have answered the same about yourself.";
const NEWS = "At most one e-mail a week, and no word about health in it.";

export function wishesField({ wishes }) {
  const age = { years: String(wishes.years ?? 0) };
  const years = YEARS.includes(wishes.years) || !wishes.years ? YEARS : [wishes.years, ...YEARS];
  const field = selectField(age, "years", {
    label: "How close in age?",
    at: "/wishes",
    options: [["0", "Any age"], ...years.map((n) => [String(n), `At most ${n} years apart`])],
  });
  field.addEventListener("change", () => (wishes.years = Number(age.years)));
  const yes = (name, label, hint) => yesField(wishes, name, { label, hint, at: "/wishes" });
  return [
    element("p.hint", {}, WISHES),
    yes("sex", "Only people of my sex"),
    yes("country", "Only people in my country"),
    yes("language", "Only people who speak a language of mine"),
    field,
    yes("news", "Write me when somebody close to me joins", NEWS),
  ];
}

export function wishesInShort({ wishes }) {
  const { sex, country: same, language: spoken, years, news } = wishes;
  const words = [
    sex && "my sex",
    same && "my country",
    spoken && "my language",
    years > 0 && `± ${years} years`,
    news && "news by e-mail",
  ];
  return words.filter(Boolean).join(", ") || "Anybody";
}
