import { api } from "./api.js";
import { element, fill, find, link } from "./dom.js";
import { randomText } from "./random.js";

const KINDS = {
  section: "Alike guide",
  page: "Alike guide",
  thread: "Community discussion",
  reply: "Community reply",
};

/** Where a citation can be read: only an address of the web, whatever the answer says. */
function address({ url }) {
  const target = new URL(url ?? "", document.baseURI);
  return /^https?:$/.test(target.protocol) ? target.href : null;
}

function citation(cited) {
  return element(
    "li",
    { id: `source-${cited.n}`, value: cited.n, tabindex: "-1" },
    element("a", { href: address(cited) }, cited.title),
    element("span.badge", {}, KINDS[cited.kind] ?? cited.kind),
    cited.excerpt && element("q", {}, cited.excerpt),
  );
}

function sentence({ text, citations = [] }) {
  const marks = citations.map((n) =>
    element(
      "sup",
      {},
      element("a", { href: `#source-${n}`, "aria-label": `Source ${n}` }, `[${n}]`),
    ),
  );
  return element("p.said", {}, text, " ", marks);
}

function urgentHelp({ message, lines = [] }) {
  const rows = lines.map((line) =>
    element("li", {}, typeof line === "string" ? line : Object.values(line).join(": ")),
  );
  return element(
    "div.note.bad",
    { role: "alert" },
    element("p", {}, element("strong", {}, message)),
    element("ul", {}, rows),
  );
}

function nothingFound(slug) {
  return element(
    "p",
    {},
    "We found nothing in our pages and public discussions that answers this. ",
    element("a", { href: link("new-thread.html", { c: slug }) }, "Ask the community"),
    " instead.",
  );
}

function show(place, { answer = [], citations = [], abstained, urgent, disclaimer }, slug) {
  const silent = abstained || answer.length === 0;
  fill(
    place,
    urgent && urgentHelp(urgent),
    silent ? !urgent && nothingFound(slug) : answer.map(sentence),
    !silent && element("h3", {}, "Where this comes from"),
    !silent && element("ol.cited", {}, citations.map(citation)),
    element("p.small.soft", {}, disclaimer),
  );
}

/** The question box: asks about this condition, and shows the answer with its sources. */
export function askWisdom(slug) {
  const form = find("#ask");
  const place = find("#answer");
  const box = find("#question");
  let key;
  let lastQuestion;
  let busy = false;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const question = box.value.trim();
    if (!question) {
      box.setAttribute("aria-invalid", "true");
      box.setAttribute("aria-describedby", "question-error");
      fill(
        place,
        element("p.error", { id: "question-error" }, "Please write your question first."),
      );
      return box.focus();
    }
    box.removeAttribute("aria-invalid");
    box.removeAttribute("aria-describedby");
    if (busy) return;
    busy = true;
    if (question !== lastQuestion) key = randomText();
    lastQuestion = question;
    place.setAttribute("aria-busy", "true");
    place.replaceChildren(element("p.soft", {}, "Looking through what we know …"));
    try {
      const reply = await api("/wisdom/answers", {
        method: "POST",
        body: { question, condition: slug },
        key,
      });
      show(place, reply, slug);
    } catch (error) {
      fill(place, element("p.error", {}, error.message));
    } finally {
      busy = false;
    }
  });
}
