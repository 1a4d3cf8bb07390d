import { avatar, element } from "./dom.js";
import { cardLink, facts } from "./person.js";
import { scoreOf } from "./score.js";
import { sharedChips } from "./shared-chips.js";

const CHIPS = 6;

/** One Alike: who, how alike and how sure that is, and what the two share. */
export function match({ member, score, sure, shared = [] }) {
  const { id, displayName, about } = member;
  const told = facts(member);
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
    shared.length > 0 && element("p.small.soft.why", { "aria-hidden": "true" }, "What you have in common"),
    shared.length > 0 && sharedChips(shared, CHIPS),
    about && element("p.about.small", {}, about),
  );
}
