/** How others see the member: the card as it would be for each circle of people. */
import { avatar, element, fill, find } from "./dom.js";
import { inShort } from "./entry-words.js";
import { ageBand, facts } from "./person.js";
import { AUDIENCES, listed, seenBy } from "./profile.js";

const CIRCLES = [
  ["alikes", "My Alikes"],
  ["members", "All members"],
  ["public", "Everybody"],
];
const rank = (audience) => AUDIENCES.indexOf(audience);

function entries(heading, all = []) {
  const known = all.filter(({ id }) => id);
  if (known.length === 0) return null;
  const item = (one) =>
    element("li", {}, one.label ?? one.name, " ", element("small.soft", {}, inShort(one)));
  return [element("h4", {}, heading), element("ul", {}, known.map(item))];
}

/** Why nobody of this circle finds the card. */
function reason({ displayName = "me", conditions = "me" }, circle) {
  const hidden = [
    rank(displayName) < rank(circle) && "your name",
    rank(conditions) < rank(circle) && "your conditions",
  ].filter(Boolean);
  return `They do not see you, because ${hidden.join(" and ")} ${hidden.length > 1 || hidden[0] === "your conditions" ? "are" : "is"} not shown to them.`;
}

function card(mine, circle) {
  const has = (field) => rank(seenBy(mine.shown, field)) >= rank(circle) && mine[field];
  const seen = Object.fromEntries(
    ["sex", "region", "country", "languages"].map((field) => [field, has(field) || undefined]),
  );
  if (has("birthYear")) seen.ageBand = ageBand(mine.birthYear);
  return element(
    "article.card",
    { "aria-label": "My card" },
    element(
      "div.who",
      {},
      avatar(mine.displayName ?? ""),
      element(
        "div",
        {},
        element("h3", {}, mine.displayName),
        element("small.soft", {}, facts(seen)),
      ),
    ),
    has("about") && element("p.about", {}, mine.about),
    has("conditions") && entries("Conditions", mine.conditions),
    has("symptoms") && entries("Symptoms", mine.symptoms),
    has("treatments") && entries("Treatments", mine.treatments),
  );
}

/**
 * @param {HTMLElement} place
 * @param {object} mine the document
 * @returns {() => void} shows it anew
 */
export function profilePreview(place, mine) {
  const shown = element("div");
  let circle = "alikes";

  function refresh() {
    const seen = rank(listed(mine.shown)) >= rank(circle);
    fill(shown, seen ? card(mine, circle) : element("p.note", {}, reason(mine.shown, circle)));
  }

  const choice = ([value, words]) => {
    const radio = element("input", {
      type: "radio",
      name: "circle",
      value,
      checked: value === circle,
    });
    radio.addEventListener("change", () => ((circle = value), refresh()));
    return element("label.pill", {}, radio, element("span", {}, words));
  };
  fill(
    place,
    element(
      "fieldset.field",
      {},
      element("legend", {}, "Shown as seen by"),
      element("div.pills", {}, CIRCLES.map(choice)),
    ),
    shown,
  );
  refresh();
  return refresh;
}
