import "./site.js";
import { api } from "./api.js";
import { memberId } from "./auth.js";
import { blockDialog, unblock } from "./block-dialog.js";
import { showCompared } from "./compare-tables.js";
import { offerToConnect } from "./connect.js";
import { avatar, element, fill, find, findAll, title } from "./dom.js";
import { keptFilters } from "./filters.js";
import { forMembers } from "./member-page.js";
import { facts } from "./person.js";
import { scoreOf } from "./score.js";
import { inSight, sharedChips } from "./shared-chips.js";

const GONE =
  "Perhaps this member has left, or shows the card to fewer people now. It may also be that you have nothing in common any more.";

/** In the fragment, so that no server's log holds whom somebody looks at. */
const wanted = () => encodeURIComponent(new URLSearchParams(location.hash.slice(1)).get("m") ?? "");

const unlessAbsent = (error) => {
  if (error.status !== 404) throw error;
};

/** An Alike, among those one looked for or of one's own; or else who shows the card to all members. */
async function load(id) {
  const { condition } = keptFilters(memberId());
  for (const among of new Set([condition?.id, undefined])) {
    const query = { condition: among };
    const alike = await api(`/me/alikes/${id}`, { member: true, query }).catch(unlessAbsent);
    if (alike) return alike;
  }
  return { member: await api(`/members/${id}`, { member: true }) };
}

function showCard({ member, score, sure, shared = [] }, me) {
  const why = shared.length ? shared : inSight(me, member);
  const told = facts(member);
  fill(
    find("#card"),
    element(
      "div.who",
      {},
      avatar(member.displayName),
      element("p", {}, told || "Shows no more than what is below"),
    ),
    score !== undefined && scoreOf({ score, sure }),
    why.length > 0 && element("h2.why", {}, "What you have in common"),
    why.length > 0 && sharedChips(why),
    member.about && element("p.about", {}, member.about),
  );
}

function blocked(member) {
  const name = member.displayName;
  const state = element("p.lede", { role: "status", tabindex: "-1" }, `${name} is blocked.`);
  const undo = async () => {
    try {
      await unblock(member);
      location.reload();
    } catch (error) {
      state.textContent = error.message;
    }
  };
  const press = element("button.button.quiet.slim", { type: "button", onclick: undo }, "Undo");
  const back = element("a.button.slim", { href: "me.html" }, "My Alikes");
  find("#member").remove();
  fill(find("#trouble"), state, element("p.row", {}, press, back));
  state.focus();
}

function absent() {
  title("Not here");
  find("h1").textContent = "This card is not here";
  find("#member").remove();
  fill(find("#trouble"), element("p.lede", {}, GONE));
}

/** What it came to; why there is no member counts before why there is no card. */
const come = ({ reason, value }) => {
  if (reason) throw reason;
  return value;
};

async function show() {
  try {
    const both = [api("/me", { member: true }), load(wanted())];
    const [me, alike] = (await Promise.allSettled(both)).map(come);
    const { member } = alike;
    title(`You and ${member.displayName}`);
    fill(find("h1"), member.displayName);
    for (const place of findAll("[data-name]")) place.textContent = member.displayName;
    showCard(alike, me);
    showCompared(find("#compare"), me, member);
    find("#there").hidden = false;
    const ask = blockDialog(blocked);
    find("#ask-block").onclick = () => ask(member);
    await offerToConnect(member);
  } catch (error) {
    fill(find("h1"), "A card");
    if (error.status !== 404) throw error;
    absent();
  }
}

addEventListener("hashchange", () => location.reload());
await forMembers(show);
