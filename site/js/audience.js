/** Who can see a field: the choice beside it, and what it really means in plain words. */
import { selectField } from "./answer-fields.js";
import { element, find, findAll } from "./dom.js";
import { AUDIENCES, listed, seenBy } from "./profile.js";

export const AUDIENCE_NAMES = {
  me: "Only me",
  matching: "Used for matching, not shown",
  alikes: "My Alikes",
  members: "All members",
  public: "Everybody",
};
/** Nobody is found by these, so not showing them is all there is. */
const NOT_MATCHED = ["displayName", "region", "about"];
const CROWD = { nobody: "nobody", alikes: "your Alikes", members: "members" };
const MEANS = {
  me: "Nobody else sees it, and it is not used to find people like you.",
  matching: "It helps you find people like you. Nobody sees it, and nobody finds you by it.",
  alikes: "Members who are like you see it on your card.",
  members: "Every member who is signed in can see it.",
  public: "Anybody can see it, without signing in.",
};
/** What matching goes by is worth more shown: nobody is found by what they hide. */
const MORE = {
  matching: (field) =>
    field === "conditions" ? " You are counted among the people who have them." : "",
  alikes: (field) => (NOT_MATCHED.includes(field) ? "" : " It helps them find you."),
};

const choiceOf = (shown, field) => {
  const value = shown[field] ?? "me";
  return value === "matching" && NOT_MATCHED.includes(field) ? "me" : value;
};

/** What keeps the card from being shown as widely as this field: the narrower of the two. */
function narrowed(shown, field) {
  const card = listed(shown);
  const rank = (name) => AUDIENCES.indexOf(shown[name] ?? "me");
  const by = rank("displayName") <= rank("conditions") ? "name" : "conditions";
  const both =
    rank("displayName") === rank("conditions")
      ? "name and conditions are"
      : `${by} ${by === "name" ? "is" : "are"}`;
  const whom = card === "nobody" ? "not shown" : `shown to ${CROWD[card]} only`;
  const shownTo = card === "nobody" ? "So nobody sees this yet" : `So only ${CROWD[card]} see this`;
  const used = NOT_MATCHED.includes(field) ? "" : " Until then it only helps you find others.";
  return `Your ${both} ${whom}, and your card goes no further. ${shownTo}.${card === "nobody" ? used : ""}`;
}

/** What the choice for a field means, given the choices for name and conditions. */
export function meaningOf(shown, field) {
  const choice = choiceOf(shown, field);
  if (choice === "me" && NOT_MATCHED.includes(field)) return "Nobody else sees it.";
  const really = seenBy(shown, field);
  if (really !== choice && choice !== "me") return narrowed(shown, field);
  return MEANS[choice] + (MORE[choice]?.(field) ?? "");
}

/** "Only me", or how far the card goes where that is less. */
export function shortly(shown, field) {
  const really = seenBy(shown, field);
  if (really === "nobody") return "Nobody yet";
  return AUDIENCE_NAMES[choiceOf({ [field]: really }, field)];
}

/**
 * @param {object} shown the document's part, which the choice is written into
 * @param {string} what "your conditions"
 */
export function audienceField(shown, field, what) {
  const options = AUDIENCES.filter((one) => one !== "matching" || !NOT_MATCHED.includes(field)).map(
    (one) => [one, AUDIENCE_NAMES[one]],
  );
  const choice = { [field]: choiceOf(shown, field) };
  const box = selectField(choice, field, {
    label: `Who sees ${what}?`,
    at: "/shown",
    hint: meaningOf(shown, field),
    options,
  });
  box.classList.add("seen");
  box.dataset.seen = field;
  find("select", box).addEventListener("change", ({ target }) => (shown[field] = target.value));
  return box;
}

/** Name and conditions decide for all fields, so a choice for one can change what others mean. */
export function explainAudiences(form, shown) {
  for (const box of findAll("[data-seen]", form)) {
    const words = meaningOf(shown, box.dataset.seen);
    const hint = find(".hint", box);
    if (hint.textContent !== words) hint.textContent = words;
  }
}

export const audienceBadge = (words) => element("span.badge", {}, words);
