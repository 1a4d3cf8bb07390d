/** What the pages for members have in common: who may see them, and what is said to who may not. */
import { api } from "./api.js";
import { session, signInLink } from "./auth.js";
import { element, fill, fillWithFailure, find } from "./dom.js";

const STRANGER =
  "You are signed in, but nobody has joined with this address, or it is not confirmed yet. Please look into your mailbox for our link, or join now.";
const WITHDRAWN =
  "You have withdrawn your consent. So nobody finds you, and you find nobody, until you give it again.";

function explain(words, href, press) {
  const way = element("p", {}, element("a.button", { href }, press));
  fill(find("#trouble"), element("p.lede", {}, words), way);
}

/** A refusal has one of two reasons, and the member's own data tell which. */
async function refused(error) {
  const me = await api("/me", { member: true }).catch((reason) => reason);
  if (me.status === 401) return location.replace(signInLink());
  if (me.consent?.active === false)
    return explain(WITHDRAWN, "account.html#consent", "Look at my consent");
  if ([403, 404].includes(me.status)) return explain(STRANGER, "signup.html", "Join free");
  return fillWithFailure(find("#trouble"), error, () => location.reload());
}

/** @param {() => Promise<void>} show fills `#member`, which goes when that is not possible */
export async function forMembers(show) {
  if (!session()) return location.replace(signInLink());
  try {
    await show();
  } catch (error) {
    if (error.status === 401) return location.replace(signInLink());
    find("#member").remove();
    if (error.status === 403) return refused(error);
    fillWithFailure(find("#trouble"), error, () => location.reload());
  }
  return undefined;
}
