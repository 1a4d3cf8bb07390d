import "./site.js";
import { blockDialog } from "./block-dialog.js";
import { element, fill, find } from "./dom.js";
import { introduction } from "./introduction.js";
import { answer, introductions, mail, nameOf } from "./introductions.js";
import { forMembers } from "./member-page.js";

const NONE = {
  received: "Nobody waits for an answer of yours.",
  sent: "None of your requests waits for an answer. You can ask somebody from their card.",
  accepted: "Once both of you said yes, you find the address here.",
};
const groupOf = ({ state, direction }) => (state === "accepted" ? "accepted" : direction);

function tell(...words) {
  const state = find("#state");
  fill(state, ...words);
  state.hidden = false;
  state.focus();
}

/** Does what a button says, tells about it, and shows what there is now. */
async function act(doing, words) {
  try {
    const done = await doing();
    await show();
    tell(...words(done));
  } catch (error) {
    await show().catch(() => {});
    tell(error.message);
  }
}

const actions = {
  accept: (one) =>
    act(
      () => answer(one, "accepted"),
      ({ other, contact }) => [`You and ${other.displayName} are in touch: `, mail(contact), "."],
    ),
  decline: (one) =>
    act(
      () => answer(one, "declined"),
      () => [`Your no stays with us: ${one.other.displayName} is not told.`],
    ),
  withdraw: (one) =>
    act(
      () => answer(one, "withdrawn"),
      () => [`You do not ask ${nameOf(one.other)} any more.`],
    ),
};

async function show() {
  const all = await introductions();
  for (const [name, words] of Object.entries(NONE)) {
    const items = all
      .filter((one) => groupOf(one) === name)
      .map((one) => introduction(one, actions));
    fill(find(`#${name}`), items.length ? items : element("li.soft", {}, words));
  }
}

await forMembers(async () => {
  const ask = blockDialog(({ displayName }) =>
    act(
      async () => {},
      () => [
        `${displayName} is blocked. `,
        element("a", { href: "account.html#blocks" }, "Whom you blocked"),
      ],
    ),
  );
  actions.block = ({ other }) => ask(other);
  await show();
});
