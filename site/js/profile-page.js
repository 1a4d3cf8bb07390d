import "./site.js";
import { exchange } from "./api.js";
import { session, signInLink } from "./auth.js";
import { autosave } from "./autosave.js";
import { element, fill, fillWithFailure, find } from "./dom.js";
import { forgetEdits, keepEdits, keptEdits } from "./kept-edits.js";
import { showClashes } from "./profile-clash.js";
import { goTo, profileForm } from "./profile-form.js";
import { profilePreview } from "./profile-preview.js";
import { saveState } from "./save-state.js";
import { workingCopy } from "./working-copy.js";

/** No condition has such an id. */
const DRAWER = "/me";
const HEALTH = ["conditions", "symptoms", "treatments", "about"];
const form = find("#profile");
const copy = workingCopy();
const desk = {
  load: () => exchange("/me", { member: true }),
  save: (tag, body, keepalive) =>
    exchange("/me", { method: "PATCH", member: true, match: tag, body, keepalive }),
};
let id;
let parts;
let preview;
let first;

function keep() {
  if (copy.unsaved()) keepEdits(DRAWER, { id, ...copy.kept() });
  else forgetEdits(DRAWER);
}

const showState = saveState(find("#state"), {
  again: () => saver.now(),
  show: () => first && goTo(first),
  choose: () => find("#clash-heading")?.focus(),
});

function tell(state, error) {
  keep();
  showState(state, error);
  first = parts?.mark(copy.refusals());
  showClashes(find("#clashes"), copy.clashes(), copy.mine, settle);
}

function adopted(fields) {
  if (fields.length === 0 || !parts) return;
  parts.refresh(fields);
  preview();
}

const saver = autosave(copy, desk, tell, adopted);

function changed() {
  keep();
  parts.shorten();
  preview();
  saver.changed();
}

function settle(place, takeTheirs) {
  adopted(copy.settle(place, takeTheirs));
  changed();
  (find("#clashes button") ?? find("#profile summary")).focus();
}

/** Without consent nothing about one's health can be changed, only seen. */
function lock({ consent }) {
  if (consent?.active !== false) return;
  find("#withdrawn").hidden = false;
  for (const name of HEALTH) {
    const inside = find(`#part-${name} .inside`);
    inside.inert = true;
  }
}

function stranger() {
  fill(
    find("#trouble"),
    element(
      "p.lede",
      {},
      "You are signed in, but nobody has joined with this address, or it is not confirmed yet.",
    ),
    element("p", {}, element("a.button", { href: "signup.html" }, "Join free")),
  );
  find("#about-me").hidden = true;
}

/** Opens the part that the address names. */
function showWanted() {
  const wanted = location.hash && find(`#part-${CSS.escape(location.hash.slice(1))}`);
  if (wanted) goTo(find("summary", wanted));
}

function listen() {
  addEventListener("hashchange", showWanted);
  // What is typed to look something up is no answer yet.
  const answer = ({ target }) => target.closest("[data-pointer]") && !target.closest(".tags");
  for (const type of ["input", "change"])
    form.addEventListener(type, (event) => answer(event) && changed());
  form.addEventListener("submit", (event) => (event.preventDefault(), saver.now()));
  // Signing in again loses nothing: what is kept in the tab comes back.
  let returning = false;
  const bar = find("#state");
  bar.addEventListener(
    "click",
    ({ target }) => (returning = Boolean(target.closest("a:not(.jump)"))),
  );
  addEventListener("beforeunload", (event) => {
    if (copy.unsaved() && !returning) event.preventDefault();
  });
}

async function open() {
  const stored = await desk.load();
  const kept = keptEdits(DRAWER);
  ({ id } = stored.data);
  saver.begin(stored, kept?.id === id ? kept : undefined);
  parts = profileForm(form, copy.mine, changed);
  preview = profilePreview(find("#preview"), copy.mine);
  lock(stored.data);
  listen();
  find("#state").hidden = false;
  showWanted();
}

async function start() {
  try {
    await open();
  } catch (error) {
    if (error.status === 401) return location.replace(signInLink());
    if (error.status === 403 || error.status === 404) return stranger();
    fillWithFailure(find("#trouble"), error, () => location.reload());
  }
  return undefined;
}

if (session()) await start();
else location.replace(signInLink());
