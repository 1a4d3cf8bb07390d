/** The parts of the profile: what each asks, and what it says in short. */
import { pillsField, selectField, yearField, yesField } from "./answer-fields.js";
import { country } from "./alikes-card.js";
import { element } from "./dom.js";
import { entriesField } from "./entries.js";
import { textField } from "./fields.js";
import { languagesField } from "./languages-field.js";
import { countries } from "./places.js";
import { language } from "./words.js";

export const SEX = [
  ["", "Not said"],
  ["female", "Female"],
  ["male", "Male"],
  ["other", "Other"],
];
const YEARS = [5, 10, 15, 20, 30, 40];
const NAME = "What others call you here, also beside what you post. It does not have to be your real name.";
const BIRTH = "You have to be 16 or older. Others never see the year, only an age such as 40–49.";
const REGION = "A county, a state or a part of the country; nothing more exact.";
const ABOUT = "What would you like people like you to know? Please leave out addresses and phone numbers.";
const WISHES = "A wish works both ways: who does not fit it is not shown to you, and you are not shown to them.";
const NEWS = "At most one e-mail a week, and no word about health in it.";

const top = (document, name, options) => textField(document, name, { at: "", optional: true, ...options });
const list = (name, what, add) => ({
  field: name,
  what,
  body: (mine, changed) => entriesField(mine, name, { add, changed }),
  short: (mine) => mine[name].map(({ label, name: called, typed }) => label ?? called ?? typed).join(", "),
});

function wishFields({ wishes }) {
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

function wishesShort({ wishes }) {
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

/** Each part: its heading, the field that it is about, what it asks, and its short form. */
export const PARTS = {
  name: {
    heading: "Your name",
    field: "displayName",
    what: "your name",
    body: (mine) => [top(mine, "displayName", { label: "Display name", hint: NAME, maxlength: 50 })],
    short: (mine) => mine.displayName,
  },
  conditions: { heading: "Conditions", ...list("conditions", "your conditions", "Add a condition") },
  symptoms: { heading: "Symptoms", ...list("symptoms", "your symptoms", "Add a symptom") },
  treatments: { heading: "Treatments", ...list("treatments", "your treatments", "Add a treatment") },
  age: {
    heading: "Age",
    field: "birthYear",
    what: "your age",
    body: (mine) => [yearField(mine, "birthYear", { label: "Year of birth", hint: BIRTH, at: "" })],
    short: (mine) => mine.birthYear && `Born ${mine.birthYear}`,
  },
  sex: {
    heading: "Sex",
    field: "sex",
    what: "your sex",
    body: (mine) => [pillsField(mine, "sex", { label: "Sex", at: "", options: SEX })],
    short: (mine) => Object.fromEntries(SEX.slice(1))[mine.sex],
  },
  country: {
    heading: "Country",
    field: "country",
    what: "your country",
    body: (mine) => [
      selectField(mine, "country", { label: "Country", at: "", options: [["", "Not said"], ...countries()] }),
    ],
    short: (mine) => country(mine.country),
  },
  region: {
    heading: "Region",
    field: "region",
    what: "your region",
    body: (mine) => [top(mine, "region", { label: "Region", hint: REGION, maxlength: 40 })],
    short: (mine) => mine.region,
  },
  languages: {
    heading: "Languages",
    field: "languages",
    what: "your languages",
    body: (mine, changed) => [languagesField(mine, changed)],
    short: (mine) => mine.languages?.map((code) => language(code)).join(", "),
  },
  about: {
    heading: "In your own words",
    field: "about",
    what: "what you write here",
    body: (mine) => [top(mine, "about", { label: "About me", hint: ABOUT, rows: 6, maxlength: 2000 })],
    short: (mine) => mine.about?.slice(0, 80),
  },
  wishes: { heading: "Whom you would like to meet", field: "wishes", body: wishFields, short: wishesShort },
};
