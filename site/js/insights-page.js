import "./site.js";
import { api } from "./api.js";
import { isMember, session, signInLink } from "./auth.js";
import {
  element,
  fill,
  fillWithFailure,
  find,
  findAll,
  link,
  parameter,
  plural,
  title,
} from "./dom.js";
import { symptomBars, treatmentBars } from "./insight-bars.js";
import { symptomTable, treatmentTable } from "./insight-tables.js";
import { about } from "./insight-words.js";

const FEW =
  "Too few people show this yet. Of fewer than 11 people nothing is told, of a few more perhaps nothing, and numbers are rounded, so that nobody can be recognised.";
const slug = parameter("c");
const place = find("#insights");
const looks = {
  charts: { symptoms: symptomBars, treatments: treatmentBars },
  tables: { symptoms: symptomTable, treatments: treatmentTable },
};
let basis = slug ? "everybody" : "like-me";
let look = "charts";
let known;

function part(kind, heading, question) {
  const of = known.told[kind];
  const some = known[kind].length > 0;
  return element(
    "section",
    { "aria-labelledby": kind },
    element("h2", { id: kind }, heading),
    some && element("p.soft", {}, `Of ${about(of)} people who ${question}.`),
    some ? looks[look][kind](known) : element("p.note", {}, FEW),
  );
}

function notes({ counted, capped, condition, method }) {
  const short = (one) => one.shortName ?? one.name;
  return element(
    "section.small.soft",
    { "aria-labelledby": "method" },
    element("h2.plain-heading", { id: "method" }, "How this was counted"),
    counted &&
      element("p", {}, `For ${short(condition)}, these are the people with ${short(counted)}.`),
    capped && element("p", {}, "There are more people than can be counted at once."),
    element("p", {}, method),
    element(
      "p",
      {},
      "What helped others may not help you. Please talk to your doctor before you change anything.",
    ),
  );
}

function draw() {
  fill(
    place,
    part("symptoms", "What they live with", "show their symptoms"),
    part("treatments", "What they take, and what it did", "show their treatments"),
    notes(known),
  );
}

function name({ condition, people, considered }) {
  const mine = basis === "like-me";
  const called = condition?.shortName ?? condition?.name;
  const heading = mine || !called ? "What people like me say" : `What people with ${called} say`;
  title(heading);
  fill(find("h1"), heading);
  find("#people").textContent = mine
    ? `Counted are the ${plural(considered ?? 0, "person", "people")} most like you.`
    : people;
  if (condition) {
    find("#back").href = link("condition.html", { c: condition.slug });
    find("#back").textContent = condition.label ?? condition.name;
  }
}

function load() {
  if (basis === "like-me") return api("/me/insights", { member: true, query: { condition: slug } });
  return api(`/conditions/${encodeURIComponent(slug)}/insights`);
}

function absent(error) {
  const words = { 404: "We have no such condition", 403: "This is for members" };
  fill(find("h1"), words[error.status] ?? "This could not be loaded");
  find("#people").textContent = "";
  fillWithFailure(place, error, show);
}

async function show() {
  const asked = basis;
  place.setAttribute("aria-busy", "true");
  try {
    const answer = await load();
    if (asked !== basis) return;
    known = answer;
    name(known);
    draw();
    find("#told").textContent = `${find("h1").textContent}. ${find("#people").textContent}`;
  } catch (error) {
    if (error.status === 401) location.replace(signInLink());
    else if (asked === basis) absent(error);
  }
}

find("#basis").hidden = !slug || !isMember();
for (const radio of findAll("[name=basis]"))
  radio.addEventListener("change", () => ((basis = radio.value), show()));
for (const radio of findAll("[name=look]"))
  radio.addEventListener("change", () => ((look = radio.value), known && draw()));
if (slug || session()) await show();
else location.replace(signInLink());
