/** Asking somebody to get in touch, or how that stands. */
import { ago } from "./dates.js";
import { element, fill, find } from "./dom.js";
import { enhance, keepDraft } from "./form.js";
import { askToConnect, introductions, mail } from "./introductions.js";

const all = () => element("a", { href: "introductions.html" }, "All requests");

/** How it stands between the two, in words. */
function standing({ state, direction, contact, asked }, name) {
  if (state === "accepted") return [`You and ${name} are in touch: `, mail(contact), "."];
  if (direction === "received")
    return [
      `${name} would like to get in touch with you. `,
      element("a", { href: "introductions.html" }, "Answer"),
    ];
  return [
    `You asked ${name} `,
    ago(asked),
    ". Who is asked has 30 days to answer, and need not. ",
    all(),
  ];
}

export async function offerToConnect(them) {
  const { id, displayName: name } = them;
  const tie = find("#tie");
  const form = find("#ask");
  const show = (...words) => {
    fill(tie, element("p", {}, ...words));
    form.hidden = true;
  };
  const before = (await introductions().catch(() => [])).find(({ other }) => other.id === id);
  if (before) return show(...standing(before, name));
  form.hidden = false;
  const note = find("#note");
  const forget = keepDraft(form, `introduction.${id}`);
  const send = (_, key) => askToConnect(them, note.value.trim(), key);
  enhance(form, send, () => {
    forget();
    show(`${name} is asked. You hear from us when the answer is yes. `, all());
    find("#connect-heading").focus();
  });
}
