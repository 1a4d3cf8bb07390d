/** One request to get in touch, with what one can do about it. */
import { ago } from "./dates.js";
import { avatar, element } from "./dom.js";
import { mail, nameOf } from "./introductions.js";
import { cardLink } from "./person.js";

const PRESSES = {
  received: [
    ["accept", "button.button.slim", "Yes, share our addresses"],
    ["decline", "button.button.quiet.slim", "No, thank you"],
    ["block", "button.button.danger.slim", "Block …"],
  ],
  sent: [["withdraw", "button.button.quiet.slim", "Withdraw"]],
  accepted: [["block", "button.button.danger.slim", "Block …"]],
};

/** @param {object} actions by their names; each is told the request */
export function introduction(one, actions) {
  const { direction, state, other, note, asked, contact } = one;
  const name = nameOf(other);
  const accepted = state === "accepted";
  const presses = PRESSES[accepted ? "accepted" : direction].map(([action, tag, words]) =>
    element(
      tag,
      { type: "button", onclick: () => actions[action](one) },
      words,
      element("span.out-of-sight", {}, ` (${name})`),
    ),
  );
  return element(
    "li.card",
    {},
    element(
      "div.who",
      {},
      avatar(name),
      element(
        "div",
        {},
        element(
          "h3",
          {},
          other.displayName ? element("a", { href: cardLink(other.id) }, name) : name,
        ),
        element(
          "p.small.soft",
          {},
          direction === "received" ? "Asked you " : "You asked ",
          ago(asked),
        ),
      ),
    ),
    note && element("blockquote", {}, note),
    accepted && contact && element("p", {}, "Write to ", mail(contact)),
    element("p.row", {}, presses),
  );
}
