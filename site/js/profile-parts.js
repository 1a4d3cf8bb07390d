/** The parts of the profile: what each asks, and what it says in short. */
import { settings } from "../settings.js";
import { pillsField, selectField, yearField } from "./answer-fields.js";
import { country } from "./alikes-card.js";
import { entriesField } from "./entries.js";
import { textField } from "./fields.js";
import { languagesField } from "./languages-field.js";
import { countries } from "./places.js";
import { wishesField, wishesInShort } from "./wishes.js";
import { language } from "./words.js";

export const SEX = [
  ["", "Not said"],
  ["female", "Female"],
  ["male", "Male"],
  ["other", "Other"],
];
const NAME =
  "What others call you here, also beside what you post. It does not have to be your real name.";
const BIRTH =
  `You have to be ${settings.minimumAge} or older. ` +
  "Others never see the year, only an age such as 40–49.";
const REGION = "A county, a state or a part of the country; nothing more exact.";
const ABOUT =
  "What would you like people like you to know? Please leave out addresses and phone numbers.";

const top = (document, name, options) =>
  textField(document, name, { at: "", optional: true, ...options });
const list = (name, what, add) => ({
  field: name,
  what,
  body: (mine, changed) => entriesField(mine, name, { add, changed }),
  short: (mine) =>
    mine[name].map(({ label, name: called, typed }) => label ?? called ?? typed).join(", "),
});

/** Each part: its heading, the field that it is about, what it asks, and its short form. */
export const PARTS = {
  name: {
    heading: "Your name",
    field: "displayName",
    what: "your name",
    body: (mine) => [
      top(mine, "displayName", { label: "Display name", hint: NAME, maxlength: 50 }),
    ],
    short: (mine) => mine.displayName,
  },
  conditions: {
    heading: "Conditions",
    ...list("conditions", "your conditions", "Add a condition"),
  },
  symptoms: { heading: "Symptoms", ...list("symptoms", "your symptoms", "Add a symptom") },
  treatments: {
    heading: "Treatments",
    ...list("treatments", "your treatments", "Add a treatment"),
  },
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
      selectField(mine, "country", {
        label: "Country",
        at: "",
        options: [["", "Not said"], ...countries()],
      }),
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
    body: (mine) => [
      top(mine, "about", { label: "About me", hint: ABOUT, rows: 6, maxlength: 2000 }),
    ],
    short: (mine) => mine.about?.slice(0, 80),
  },
  wishes: {
    heading: "Whom you would like to meet",
    field: "wishes",
    body: wishesField,
    short: wishesInShort,
  },
};
