import "./site.js";
import { showAddress } from "./account-address.js";
import { showBlocks } from "./account-blocks.js";
import { showConsent } from "./account-consent.js";
import { offerCopies } from "./account-copy.js";
import { api } from "./api.js";
import { forgetSession, session, signInLink } from "./auth.js";
import { element, fill, fillWithFailure, find } from "./dom.js";
import { forgetMember } from "./kept-edits.js";
import { sureDialog } from "./sure-dialog.js";

function stranger() {
  find("#account").hidden = true;
  const words =
    "You are signed in, but nobody has joined with this address, or it is not confirmed.";
  const join = element("a.button", { href: "signup.html" }, "Join free");
  fill(find("#trouble"), element("p.lede", {}, words), element("p", {}, join));
}

async function signOut() {
  const { signOut: leave } = await import("./sign-in.js");
  leave();
}

async function erase(dialog) {
  const { value: posts } = find("[name=posts]:checked", dialog);
  await api("/me", { method: "DELETE", member: true, query: { posts } });
  forgetMember();
  forgetSession();
  location.replace("goodbye.html");
}

async function start() {
  try {
    const me = await api("/me", { member: true });
    find("#sign-out").addEventListener("click", signOut);
    sureDialog(find("#erase"), find("#ask-erase"), find("#erase-now"), erase);
    offerCopies();
    await Promise.all([showAddress(me), showConsent(), showBlocks()]);
    find(location.hash || "none")?.scrollIntoView();
  } catch (error) {
    if (error.status === 401) return location.replace(signInLink());
    if (error.status === 403 || error.status === 404) return stranger();
    fillWithFailure(find("#trouble"), error, () => location.reload());
  }
  return undefined;
}

if (session()) await start();
else location.replace(signInLink());
