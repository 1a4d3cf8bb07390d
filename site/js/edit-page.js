import "./site.js";
import { roles, session, signInLink } from "./auth.js";
import { showConflict } from "./conflict.js";
import { desk } from "./desk.js";
import { label, showState } from "./desk-state.js";
import { element, fill, fillWithFailure, find, parameter, title } from "./dom.js";
import { forgetEdits, keepEdits, keptEdits } from "./kept-edits.js";
import { ASPECT_NAMES, emptySection, showForm } from "./manuscript-form.js";
import { livePreview } from "./preview.js";
import { clearProblems, showProblems } from "./problems.js";
import { askPublish, askSure } from "./publish.js";

const slug = parameter("c");
const store = desk(slug);
const form = find("#manuscript");
const trouble = find("#trouble");
let tag;
let base;
let manuscript;
let busy = false;

const preview = livePreview(find("#previewed"), slug, () => manuscript);
const tell = (words) => (find("#told").textContent = words);
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function changed() {
  if (same(manuscript, base)) forgetEdits(slug);
  else keepEdits(slug, { document: manuscript, base, tag });
  tell(same(manuscript, base) ? "" : "Not saved; kept in this tab.");
  preview.soon();
}

/** Makes this the stored state that further edits are compared with. */
function settleOn({ data, tag: current }, written = data.document) {
  tag = current;
  base = structuredClone(written);
  showState(data);
}

function show(on) {
  for (const id of ["#desk", "#actions", "#ends"]) find(id).hidden = !on;
}

function work(on) {
  manuscript = on;
  showForm(form, manuscript, changed);
  changed();
  preview.refresh();
}

/** The other editor's state is the one to save over once the two are one again. */
function reconcile(theirs, mine, began) {
  const documents = { base: began, mine, theirs: theirs.data.document };
  show(false);
  showConflict(find("#conflict"), documents, theirs.data, (merged) => {
    settleOn(theirs);
    show(true);
    work(merged);
    tell("Both are one again. Look it over, then save.");
    find("#save").focus();
  });
}

async function failed(error) {
  if (error.status === 412) return reconcile(await store.load([]), manuscript, base);
  showProblems(form, trouble, error);
  if (error.status !== 401) return;
  trouble.firstChild.append(element("a", { href: signInLink() }, "Sign in"));
}

/** One thing at a time; what goes wrong is shown and changes nothing here. */
async function attempt(words, action) {
  if (busy) return;
  busy = true;
  clearProblems(form, trouble);
  tell(words);
  try {
    await action();
  } catch (error) {
    changed();
    await failed(error);
  } finally {
    busy = false;
  }
}

function save(state, more, done) {
  return attempt("Saving …", async () => {
    const written = structuredClone(manuscript);
    settleOn(await store.save(tag, { document: written, state, ...more }), written);
    changed();
    tell(done);
  });
}

const check = () =>
  attempt("Checking …", async () => {
    await store.check(manuscript);
    tell("Nothing is missing.");
  });

const leave = (action) =>
  attempt("One moment …", async () => {
    await action(tag);
    forgetEdits(slug);
    location.assign("edit.html");
  });

function listen() {
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("focusin", ({ target }) => {
    const { lang, level } = target.closest("[data-lang]")?.dataset ?? {};
    if (lang) preview.turnTo({ lang, level }, target.closest(".part")?.dataset.key);
  });
  find("#check").onclick = check;
  find("#save").onclick = () => save("draft", {}, "The draft is saved.");
  find("#review").onclick = () => save("review", {}, "Sent to review.");
  find("#drop").onclick = () => askSure("drop", () => leave(store.drop));
  find("#withdraw").onclick = () => askSure("withdraw", () => leave(store.withdraw));
  askPublish((note, publishAt) =>
    publishAt
      ? save("scheduled", { note, publishAt }, "It will be published by itself.")
      : save("published", { note }, "It is published."),
  );
}

async function open() {
  const found = await store.load(Object.keys(ASPECT_NAMES).map((id) => emptySection(id)));
  const kept = keptEdits(slug);
  const name = await label(found.data);
  title(`Edit ${name}`);
  fill(find("#name"), name);
  show(true);
  settleOn(found);
  listen();
  if (kept && kept.tag !== tag) return reconcile(found, kept.document, kept.base);
  work(kept?.document ?? structuredClone(base));
  if (kept) tell("What you had not saved is back.");
}

if (!session() || !slug) location.replace(slug ? signInLink() : "edit.html");
else if (!roles().includes("editor")) {
  fill(find("#name"), "For editors");
  fill(trouble, element("p", {}, "Your sign-in does not have the role of an editor."));
} else await open().catch((error) => fillWithFailure(trouble, error, () => location.reload()));
