import { api } from "./api.js";
import { element, fill, find, link } from "./dom.js";
import { randomText } from "./random.js";
import { say } from "./words.js";

const KINDS = {
  section: "Alike guide",
  page: "Alike guide",
  thread: "Community discussion",
  reply: "Community reply",
};

/** Where a citation can be read: only an address of the web, whatever the answer says. */
function address({ kind, id, url }) {
  const target = new URL(url ?? "", document.baseURI);
  if (kind === "reply") target.hash ||= `reply-${id}`;
  return /^https?:$/.test(target.protocol) ? target.href : null;
}

function citation(cited) {
  return element(
    "li",
    { id: `source-${cited.n}`, value: cited.n, tabindex: "-1" },
    element("a", { href: address(cited) }, cited.title),
    element("span.badge", {}, say(KINDS[cited.kind] ?? cited.kind)),
    cited.excerpt && element("q", {}, cited.excerpt),
  );
}

function sentence({ text, citations = [] }) {
  const marks = citations.map((n) =>
    element(
      "sup",
      {},
      element("a", { href: `#source-${n}`, "aria-label": say("Source {n}", { n }) }, `[${n}]`),
    ),
  );
  return element("p.said", {}, text, " ", marks);
}

/** A number that a line begins with can be called by touching it. */
function helpLine({ where, contact }) {
  const [number = ""] = contact.match(/^\d[\d ]*\d/) ?? [];
  const call = number && element("a", { href: `tel:${number.replaceAll(" ", "")}` }, number);
  return element("li", {}, `${where}: `, call, contact.slice(number.length));
}

function urgentHelp({ message, lines = [] }) {
  const rows = lines.map(helpLine);
  return element(
    "div.note.bad",
    { role: "alert" },
    element("p", {}, element("strong", {}, message)),
    element("ul", {}, rows),
  );
}

function show(place, { answer, citations, message, urgent, disclaimer }, slug) {
  const ask = element(
    "a",
    { href: link("new-thread.html", { c: slug }) },
    say("Ask the community"),
  );
  fill(
    place,
    urgent && urgentHelp(urgent),
    message && element("p", {}, message),
    answer.map(sentence),
    answer.length === 0 && !urgent && element("p", {}, ask),
    citations.length > 0 && element("h3", {}, say("Where this comes from")),
    citations.length > 0 && element("ol.cited", {}, citations.map(citation)),
    element("p.small.soft", {}, say(disclaimer ?? "")),
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
        element("p.error", { id: "question-error" }, say("Please write your question first.")),
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
    place.replaceChildren(element("p.soft", {}, say("Looking through what we know …")));
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
