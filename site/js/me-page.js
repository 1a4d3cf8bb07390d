import "./site.js";
import { api } from "./api.js";
import { showHint } from "./ask-hint.js";
import { memberId } from "./auth.js";
import { showChosen } from "./chosen-filters.js";
import { fillWithFailure, find, plural } from "./dom.js";
import { filterForm } from "./filter-form.js";
import { chosenFilters, filterQuery, forgetFilters, keepFilters, keptFilters } from "./filters.js";
import { match } from "./match.js";
import { forMembers } from "./member-page.js";
import { wishesInShort } from "./wishes.js";

const PAGE = 20;
const CAPPED = " There are more than we can look at at once, so somebody may be missing.";
const member = memberId();
const filters = keptFilters(member);
const list = find("#matches");
const form = find("#filter");
let me;
let cursor;
/** Only the answer to the newest question counts. */
let question = 0;

const people = (n) => plural(n, "person", "people");

const wishing = () => wishesInShort({ wishes: { ...me.wishes, news: false } }) !== "Anybody";

/** What the list is, in one sentence. */
function told({ considered, capped }, found) {
  const narrowed = chosenFilters(filters).length > 0;
  const missing = capped ? CAPPED : "";
  if (!found && !narrowed && wishing())
    return `Nobody fits your wishes, or you do not fit theirs, or nobody who is like you shows a card yet.${missing}`;
  if (!found && !narrowed)
    return `Nobody who is like you shows a card yet. We keep looking, so do come back.${missing}`;
  const looked = `We looked at ${people(considered)}`;
  if (!found)
    return `${looked}, and nobody shows all of this. Take something away to see more.${missing}`;
  const order = narrowed ? ". Here is who fits, those" : " and put those";
  return `${looked}${order} most like you first.${missing}`;
}

function show(answer) {
  const first = cursor ? list.children.length : 0;
  if (first === 0) list.replaceChildren();
  list.append(...answer.items.map((one) => match(one, me)));
  list.removeAttribute("aria-busy");
  // Whoever pressed "Show more" goes on reading with the first of them.
  if (first > 0) find("a", list.children[first])?.focus();
  else showHint(find("#hint"), answer);
  cursor = answer.next;
  find("#further").hidden = !cursor;
  find("#considered").textContent = told(answer, list.children.length);
  find("#wishing").hidden = list.children.length > 0 || !wishing();
}

function ask() {
  const query = { ...filterQuery(filters), limit: PAGE, cursor };
  return api("/me/alikes", { member: true, query });
}

/** What is kept may name what nobody knows any more; then one looks for everybody again. */
async function askFirst() {
  try {
    return await ask();
  } catch (error) {
    if (error.status !== 422) throw error;
    forgetFilters(filters);
    keepFilters(member, filters);
    showChosen(find("#chosen"), filters, removed);
    return ask();
  }
}

async function load() {
  const asked = ++question;
  const answer = await ask();
  if (asked === question) show(answer);
}

function again() {
  cursor = undefined;
  find("#further").hidden = true;
  list.setAttribute("aria-busy", "true");
  return load().catch((error) => fillWithFailure(list, error, again));
}

const further = () =>
  load().catch((error) => {
    find("#considered").textContent = error.message;
  });

function changed() {
  keepFilters(member, filters);
  showChosen(find("#chosen"), filters, removed);
  again();
}

function removed() {
  changed();
  filterForm(form, filters, me.conditions, changed);
}

/** Who waits for this member's answer, and whether anybody can find the member. */
async function showNews() {
  find("#unseen").hidden = me.listed !== "nobody";
  const { items } = await api("/me/introductions", { member: true, query: { limit: 50 } });
  const waiting = items.filter((one) => one.direction === "received" && one.state === "waiting");
  find("#asked").hidden = waiting.length === 0;
  find("#asked a").textContent = `${people(waiting.length)} would like to get in touch with you`;
}

await forMembers(async () => {
  showChosen(find("#chosen"), filters, removed);
  find("#further").addEventListener("click", further);
  const [mine, first] = await Promise.all([api("/me", { member: true }), askFirst()]);
  me = mine;
  show(first);
  filterForm(form, filters, me.conditions, changed);
  form.addEventListener("change", ({ target }) => !target.closest(".tags") && changed());
  form.addEventListener("submit", (event) => event.preventDefault());
  find("#narrow").hidden = false;
  // They are no more than news: the Alikes are there without them.
  await showNews().catch(() => {});
});
