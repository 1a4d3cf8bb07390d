import "./site.js";
import { api } from "./api.js";
import { showAlikes } from "./alikes-card.js";
import { askWhenWanted } from "./ask.js";
import { element, fill, fillWithFailure, find, findAll, link, parameter, title } from "./dom.js";
import { showDiscussions } from "./discussions.js";
import { isOverdue, overdueNote, showEditorial } from "./editorial.js";
import { foreign, section } from "./guide.js";
import { describe, embedData } from "./head.js";
import { addressOf, showLanguages, showLevels, wanted } from "./reading.js";
import { showContents } from "./toc.js";
import { say, speak } from "./words.js";

const asked = parameter("c");
const path = `/conditions/${encodeURIComponent(asked)}`;
const DUE = "Some of this guide was due for review on {day}. The parts in question say so.";

/** What the page asks for, or else what there is. */
async function load(query) {
  try {
    return await api(path, { query });
  } catch (error) {
    if (error.status !== 422) throw error;
    return api(path);
  }
}

/** Who asked for another language is told in that one that it is not there. */
async function notes({ lang, editorial }) {
  const code = wanted().lang?.split("-")[0];
  const due = isOverdue(editorial) && overdueNote(editorial, DUE);
  let missing;
  if (code && lang && code !== lang)
    missing = await import("./not-there.js")
      .then((one) => one.notThere(code, lang))
      .catch(() => {});
  fill(find("#notes"), missing, due);
}

function showGuide(page) {
  const { lang, label, sections, alsoKnownAs: names = [] } = page;
  find("h1").textContent = label;
  find("h1").removeAttribute("aria-busy");
  fill(find("#summary"), page.summary);
  for (const part of findAll("h1, #summary")) part.lang = lang ?? "";
  find("#also").hidden = names.length === 0;
  find("#also bdi").textContent = names.join(", ");
  notes(page);
  const urgent = sections.find(({ aspect }) => aspect === "urgent-help");
  find("#urgent").hidden = !urgent;
  if (urgent) {
    const to = element("a", { href: `#${urgent.id}`, lang: foreign(urgent.lang) }, urgent.heading);
    fill(find("#urgent"), to);
  }
  fill(
    find("#sections"),
    sections.map((part) => section(part, page)),
  );
  showEditorial(find("#editorial"), page.editorial);
  showContents(find("#contents"), sections);
}

/** What stays the same at every reading level. */
function showFrame(page) {
  const { slug, name, shortName = name, related = [] } = page;
  find("#learn").textContent = say("Learn from others who are experiencing {name}", {
    name: shortName,
  });
  if (page.disclaimer) find("#disclaimer").textContent = say(page.disclaimer);
  find("#related").hidden = related.length === 0;
  const lang = parameter("lang") && { lang: page.lang };
  fill(
    find("#related ul"),
    related.map((one) => {
      const href = link("condition.html", { c: one.slug, ...lang });
      return element("li", {}, element("a", { href }, one.label));
    }),
  );
  find("#visit").href = link("visit.html", addressOf(page));
  find("#edit").href = link("edit-page.html", { c: slug });
  find("#insights").href = link("insights.html", { c: slug });
  find("#join").href = link("signup.html", { c: slug });
  find("#start").href = link("new-thread.html", { c: slug });
  find("#tools").hidden = false;
  showLanguages(page);
}

/** Shows the other level, and keeps what is being read where it is on the screen. */
async function change(level) {
  try {
    const page = await load({ lang: wanted().lang, level });
    const inView = findAll("#sections section").find(
      (part) => part.getBoundingClientRect().bottom > 0,
    );
    const top = inView?.getBoundingClientRect().top;
    showGuide(page);
    const again = inView && document.getElementById(inView.id);
    if (again && top < 0) scrollBy({ top: again.getBoundingClientRect().top, behavior: "instant" });
    history.replaceState(null, "", link("condition.html", addressOf(page)) + location.hash);
    find("#visit").href = link("visit.html", addressOf(page));
    return true;
  } catch (error) {
    find("#told").textContent = error.message;
    return false;
  }
}

async function showAbsence(error) {
  for (const part of findAll("[data-condition]")) part.hidden = true;
  const absence = error.status === 404 && (await import("./absence.js").catch(() => null));
  if (absence) await absence.showAbsent(asked);
  else {
    title("Not available");
    find("h1").textContent = "This page could not be loaded";
    fillWithFailure(find("#summary"), error, () => location.reload());
  }
  find("h1").removeAttribute("aria-busy");
}

/** The sections were not here yet when the browser looked for the part that the address names. */
function goToPart() {
  const named =
    location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!named) return;
  named.scrollIntoView();
  named.focus({ preventScroll: true });
}

try {
  const page = await load(wanted());
  // Any of a condition's names leads here; the address then shows the one that stays.
  if (page.slug !== asked)
    history.replaceState(null, "", link("condition.html", addressOf(page)) + location.hash);
  await speak(page.lang);
  showAlikes(page);
  showDiscussions(page);
  showFrame(page);
  showGuide(page);
  showLevels(page, change);
  describe(page);
  goToPart();
  askWhenWanted(page.slug);
  embedData(page);
} catch (error) {
  await showAbsence(error);
}
