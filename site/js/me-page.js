import "./site.js";
import { api } from "./api.js";
import { forgetSession, session, signInLink } from "./auth.js";
import { country } from "./alikes-card.js";
import { day } from "./dates.js";
import { element, fill, fillWithFailure, find, link, plural } from "./dom.js";
import { match } from "./match.js";

const VISIBLE = {
  public: "Everybody: your card is on the pages of your conditions",
  members: "Members who are like you",
  matching: "Nobody: you are counted, and listed nowhere",
};

const words = (concepts) => concepts.map(({ label }) => label).join(", ");

/** What no code fits, or more than one: it is kept, but nobody can be found by it yet. */
const typed = (unresolved = {}) =>
  Object.values(unresolved)
    .flat()
    .map((one) => one.typed)
    .join(", ");

function conditionLinks(conditions) {
  const links = conditions.map(({ id, label }) =>
    element("a", { href: link("condition.html", { c: id }) }, label),
  );
  return links.flatMap((one, at) => (at > 0 ? [", ", one] : [one]));
}

function showProfile(me) {
  find("h1").textContent = `Hello, ${me.displayName}`;
  const rows = [
    ["Conditions", conditionLinks(me.conditions)],
    ["Symptoms", words(me.symptoms)],
    ["Treatments", words(me.treatments)],
    ["Kept as you typed it", typed(me.unresolved)],
    ["Year of diagnosis", me.diagnosedYear && String(me.diagnosedYear)],
    ["Year of birth", me.birthYear && String(me.birthYear)],
    ["Country", country(me.country)],
    ["E-mail", me.email],
    ["Who sees you", VISIBLE[me.visibility]],
    ["Member since", me.joined && day(me.joined)],
  ];
  const shown = rows.filter(([, value]) => (Array.isArray(value) ? value.length : value));
  fill(
    find("#profile"),
    shown.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
  );
}

/** Signed in, but with an address that belongs to no confirmed member. */
function showStranger() {
  find("#member").hidden = true;
  find("#stranger").hidden = false;
  find("h1").textContent = "You are not a member yet";
}

async function showMe() {
  try {
    showProfile(await api("/me", { member: true }));
  } catch (error) {
    if (error.status === 401) return location.replace(signInLink());
    if (error.status === 403) return showStranger();
    fillWithFailure(find("#profile"), error, showMe);
  }
}

let cursor;

async function showMatches() {
  const list = find("#matches");
  const further = find("#further");
  try {
    const { considered, items, next } = await api("/me/alikes", {
      member: true,
      query: { limit: 20, cursor },
    });
    if (!cursor) list.replaceChildren();
    list.append(...items.map(match));
    list.removeAttribute("aria-busy");
    cursor = next;
    further.hidden = !next;
    const found = list.children.length
      ? `We looked at ${plural(considered, "member")} and put those most like you first.`
      : "Nobody who is like you has joined yet. We keep looking, so do come back.";
    find("#considered").textContent = found;
  } catch (error) {
    if (![401, 403].includes(error.status)) fillWithFailure(list, error, showMatches);
  }
}

async function erase() {
  const failure = find("#erase-failure");
  failure.textContent = "";
  try {
    await api("/me", { method: "DELETE", member: true });
    forgetSession();
    location.replace("goodbye.html");
  } catch (error) {
    failure.textContent = error.message;
  }
}

if (session()) {
  const dialog = find("#erase");
  find("#ask-erase").addEventListener("click", () => dialog.showModal());
  find("#keep").addEventListener("click", () => dialog.close());
  find("#erase-now").addEventListener("click", erase);
  find("#further").addEventListener("click", showMatches);
  await Promise.all([showMe(), showMatches()]);
} else {
  location.replace(signInLink());
}
