import "./site.js";
import { api } from "./api.js";
import { element, fill, fillWithFailure, find, findAll, link, parameter, title } from "./dom.js";
import { wanted } from "./reading.js";
import { sheet } from "./sheet.js";
import { language, say, speak } from "./words.js";

const slug = parameter("c");
const PLACE = `alike.visit.${slug}`;
const USUAL = ["symptoms", "treatments", "urgent-help"];
const IDEAS = [
  "What is likely to change in the next months?",
  "Which treatments are there for me, and what are their drawbacks?",
  "What can I do myself?",
  "Which signs mean that I should call you at once?",
  "Who helps me between appointments?",
];
const LEVELS = { standard: "Standard", plain: "Plain words" };
const form = find("#choices");
const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "{}");
const pages = new Map();

/** The guide in a language and at a level, asked for once. */
async function guide(lang, level) {
  const key = `${lang} ${level}`;
  if (!pages.has(key)) {
    const path = `/conditions/${encodeURIComponent(slug)}`;
    pages.set(key, await api(path, { query: { lang, level } }));
  }
  return pages.get(key);
}

function choice() {
  const data = new FormData(form);
  return {
    questions: data.get("questions"),
    chosen: data.getAll("part"),
    other: data.get("other"),
    level: data.get("level") ?? wanted().level,
  };
}

/** How long it gets on paper, from a copy as wide and as small as that. */
function measure() {
  const copy = find("#paper").cloneNode(true);
  copy.removeAttribute("id");
  const trial = element("div.measure", { "aria-hidden": "true" }, copy);
  document.body.append(trial);
  const sheets = Math.max(1, Math.ceil(trial.scrollHeight / trial.offsetWidth / 1.42));
  trial.remove();
  const words = sheets === 1 ? say("About 1 page") : say("About {n} pages", { n: sheets });
  if (find("#length").textContent !== words) find("#length").textContent = words;
}

let latest = 0;

async function show() {
  const { questions, chosen, other, level } = choice();
  const turn = ++latest;
  const kind = parameter("lang") || wanted().lang;
  const page = await guide(kind, level);
  const second = other ? await guide(other, level) : undefined;
  if (turn !== latest) return;
  const asked = questions
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  fill(find("#paper"), sheet(page, second, { asked, chosen }));
  find("#sheet").removeAttribute("aria-busy");
  measure();
}

function tick(type, name, value, words, checked, lang) {
  return element(
    "label.tick",
    { lang },
    element("input", { type, name, value, checked }),
    element("span", {}, words),
  );
}

function offer({ sections, lang, languages = [], levels = [], level }) {
  const start = kept.chosen ?? USUAL;
  fill(
    find("#parts"),
    sections.map(({ id, aspect, heading, lang: own }) =>
      tick("checkbox", "part", id, heading, start.includes(kept.chosen ? id : aspect), own),
    ),
  );
  find("#levels").hidden = levels.length < 2;
  fill(
    find("#levels div"),
    levels.map((one) =>
      tick("radio", "level", one, say(LEVELS[one] ?? one), one === (kept.level ?? level)),
    ),
  );
  const others = languages.filter((code) => code !== lang);
  find("#beside").hidden = others.length === 0;
  find("#other").append(
    ...others.map((value) =>
      element("option", { value, selected: value === kept.other }, language(value, true)),
    ),
  );
  find("#questions").value = kept.questions ?? "";
}

function addIdea(words) {
  const box = find("#questions");
  box.value = `${box.value.trimEnd()}\n${words}`.trimStart();
  form.dispatchEvent(new Event("input"));
}

function offerIdeas() {
  const button = (idea) =>
    element("button.idea", { type: "button", onclick: () => addIdea(say(idea)) }, say(idea));
  fill(
    find("#ideas"),
    IDEAS.map((idea) => element("li", {}, button(idea))),
  );
}

try {
  const page = await guide(wanted().lang, kept.level ?? wanted().level);
  await speak(page.lang, "visit");
  title(say("Prepare a doctor’s visit"), page.label);
  find("#back").textContent = page.label;
  find("#back").href = link("condition.html", { c: page.slug, lang: page.lang ?? "en" });
  find("#visit").hidden = false;
  offer(page);
  offerIdeas();
  form.addEventListener("input", () => {
    sessionStorage.setItem(PLACE, JSON.stringify(choice()));
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    print();
  });
  await show();
} catch (error) {
  findAll("[aria-busy]").forEach((part) => part.removeAttribute("aria-busy"));
  fillWithFailure(find("#failure"), error, () => location.reload());
}
