import { avatar, element } from "./dom.js";
import { cardLink, facts } from "./person.js";
import { scoreOf } from "./score.js";
import { inSight, sharedChips } from "./shared-chips.js";

const CHIPS = 6;
const NONE = "What you have in common is not shown to you.";

/** One Alike: who, how alike and how sure that is, and what the two share. */
export function match({ member, score, sure, shared = [] }, me) {
  const { id, displayName, about } = member;
  const told = facts(member);
  const why = shared.length ? shared : inSight(me, member);
  return element(
    "li.card.match",
    {},
    element(
      "div.who",
      {},
      avatar(displayName),
      element(
        "div",
        {},
        element("h3", {}, element("a", { href: cardLink(id) }, displayName)),
        told && element("p.small.soft", {}, told),
      ),
    ),
    scoreOf({ score, sure }),
    why.length > 0
      ? element("p.small.soft.why", { "aria-hidden": "true" }, "What you have in common")
      : element("p.small.soft", {}, NONE),
    why.length > 0 && sharedChips(why, CHIPS),
    about && element("p.about.small", {}, about),
  );
}
