import "./site.js";
import { api } from "./api.js";
import { isMember, session } from "./auth.js";
import { byline } from "./discussions.js";
import { avatar, element, fill, fillWithFailure, find, link, parameter, title } from "./dom.js";
import { enhance, keepDraft } from "./form.js";

const id = parameter("t");
const path = `/discussions/${encodeURIComponent(id)}`;
/** Under `/me` the same things include what only members may read. */
const member = isMember();
const readable = member ? `/me${path}` : path;
const names = new Map();
let cursor;
let replyTo;

function answerTo(reply) {
  replyTo = reply?.id;
  find("#reply-to").hidden = !reply;
  if (!reply) return;
  find("#reply-to span").textContent =
    `Replying to ${reply.author?.displayName ?? "a former member"}`;
  find("#text").focus();
}

function item(reply) {
  names.set(reply.id, reply.author?.displayName ?? "a former member");
  const button = element(
    "button.plain.small",
    { type: "button", onclick: () => answerTo(reply) },
    "Reply",
    element("span.out-of-sight", {}, ` to ${names.get(reply.id)}`),
  );
  return element(
    "li.card",
    { id: `reply-${reply.id}`, tabindex: "-1" },
    element(
      "div.who",
      {},
      avatar(reply.author?.displayName ?? ""),
      element("span", {}, byline(reply)),
    ),
    names.has(reply.replyTo) &&
      element(
        "p.small",
        {},
        "In answer to ",
        element("a", { href: `#reply-${reply.replyTo}` }, names.get(reply.replyTo)),
      ),
    element("p.post", {}, reply.text),
    session() && button,
  );
}

async function showReplies() {
  const list = find("#replies");
  const further = find("#further");
  try {
    const query = { limit: 50, cursor };
    const { items, next } = await api(`${readable}/replies`, { member, query });
    if (!cursor) list.replaceChildren();
    list.append(...items.map(item));
    list.removeAttribute("aria-busy");
    find("#no-replies").hidden = list.children.length > 0;
    cursor = next;
    further.hidden = !next;
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  } catch (error) {
    fillWithFailure(list, error, showReplies);
  }
}

function showThread(thread) {
  const { condition } = thread;
  title(thread.title);
  find("h1").textContent = thread.title;
  find("h1").removeAttribute("aria-busy");
  const back = find("#back");
  if (condition) {
    back.href = link("condition.html", { c: condition.slug });
    back.textContent = condition.label;
  }
  fill(
    find("#byline"),
    avatar(thread.author?.displayName ?? ""),
    element("span", {}, byline(thread)),
  );
  fill(find("#body"), element("p.post", {}, thread.text));
  find("#conversation").hidden = false;
}

function showAbsence(error) {
  const gone = error.status === 404 || error.status === 401 || error.status === 403;
  title("Discussion");
  find("h1").textContent = gone
    ? "This discussion is not here"
    : "This discussion could not be loaded";
  find("h1").removeAttribute("aria-busy");
  const words = session()
    ? "It may have been removed."
    : "It may have been removed, or it may be for members only. If you are a member, sign in to read it.";
  if (gone) fill(find("#body"), element("p", {}, words));
  else fillWithFailure(find("#body"), error, () => location.reload());
}

function takeReplies() {
  const form = find("#reply");
  const forget = keepDraft(form, `reply.${id}`);
  find("#reply-to button").addEventListener("click", () => answerTo());
  const send = (_, key) =>
    api(`${path}/replies`, {
      method: "POST",
      member: true,
      key,
      body: { text: find("#text").value, replyTo },
    });
  enhance(form, send, (reply) => {
    forget();
    form.reset();
    answerTo();
    const added = item(reply);
    find("#replies").append(added);
    find("#no-replies").hidden = true;
    find("#posted").textContent = "Your reply is posted.";
    added.focus();
  });
}

find("#further").addEventListener("click", showReplies);
if (session()) takeReplies();
try {
  showThread(await api(readable, { member }));
  await showReplies();
} catch (error) {
  showAbsence(error);
}
