/** Sign-in with any OpenID Connect provider: authorization code with PKCE, no secret, no library. */
import { settings } from "../settings.js";
import { forgetSession, keepSession, session } from "./auth.js";
import { forgetMember } from "./kept-edits.js";
import { base64url, randomText } from "./random.js";

const PENDING = "alike.sign-in";
const issuer = () => new URL(settings.issuer, location.origin).href.replace(/\/$/, "");
const here = (page) => new URL(page, document.baseURI).href;

async function provider() {
  const answer = await fetch(`${issuer()}/.well-known/openid-configuration`);
  if (!answer.ok) throw new Error("Signing in is not possible right now. Please try again later.");
  return answer.json();
}

/** Only a page beside this one may follow a sign-in, whatever the address bar asks for. */
export function ownPage(to) {
  const target = new URL(to || "me.html", document.baseURI);
  const folder = new URL(".", document.baseURI).href;
  return target.href.startsWith(folder) ? target.href : here("me.html");
}

/** Leaves for the provider's sign-in page. */
export async function signIn(to) {
  if (!crypto.subtle) throw new Error("Signing in needs a secure (https) address.");
  const { authorization_endpoint: endpoint } = await provider();
  const pending = { state: randomText(), verifier: randomText(), to: ownPage(to) };
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(pending.verifier));
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const url = new URL(endpoint);
  const asked = {
    response_type: "code",
    client_id: settings.clientId,
    redirect_uri: here("callback.html"),
    scope: "openid email",
    state: pending.state,
    code_challenge: base64url(digest),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  location.assign(url);
}

/** Turns the code that the provider sent back into a session; answers the page to go on to. */
export async function finishSignIn(parameters) {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
  sessionStorage.removeItem(PENDING);
  if (parameters.get("error")) throw new Error("You were not signed in. You can simply try again.");
  if (!pending || pending.state !== parameters.get("state") || !parameters.get("code"))
    throw new Error("This sign-in was started somewhere else or is too old. Please sign in again.");
  const { token_endpoint: endpoint } = await provider();
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: settings.clientId,
    code: parameters.get("code"),
    redirect_uri: here("callback.html"),
    code_verifier: pending.verifier,
  });
  const answer = await fetch(endpoint, { method: "POST", body });
  if (!answer.ok) throw new Error("The sign-in could not be finished. Please sign in again.");
  const tokens = await answer.json();
  // Half a minute early, so that a token does not run out on its way.
  const expires = Date.now() + ((tokens.expires_in ?? 3600) - 30) * 1000;
  const kept = { accessToken: tokens.access_token, idToken: tokens.id_token, expires };
  keepSession(kept);
  return pending.to;
}

/** Forgets the session here and, where the provider offers it, there. */
export async function signOut() {
  const kept = session();
  forgetSession();
  forgetMember();
  const home = here("./");
  const { end_session_endpoint: endpoint } = await provider().catch(() => ({}));
  if (!endpoint) return location.assign(home);
  const url = new URL(endpoint);
  url.searchParams.set("client_id", settings.clientId);
  // The standard's two names, then the one that Amazon Cognito wants.
  if (kept?.idToken) url.searchParams.set("id_token_hint", kept.idToken);
  url.searchParams.set("post_logout_redirect_uri", home);
  url.searchParams.set("logout_uri", home);
  location.assign(url);
}
