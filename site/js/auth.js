/**
 * Sign-in with any OpenID Connect provider: authorization code with PKCE, no secret, no library.
 * Tokens live in this tab's session storage and are gone when the tab is closed.
 */
import { settings } from "../settings.js";
import { base64url, randomText } from "./random.js";

const SESSION = "alike.session";
const PENDING = "alike.sign-in";
const issuer = () => new URL(settings.issuer, location.origin).href.replace(/\/$/, "");
const here = (page) => new URL(page, document.baseURI).href;

async function provider() {
  const answer = await fetch(`${issuer()}/.well-known/openid-configuration`);
  if (!answer.ok) throw new Error("Signing in is not possible right now. Please try again later.");
  return answer.json();
}

/** What signing in left here, or null when nobody is signed in (any more). */
export function session() {
  const kept = JSON.parse(sessionStorage.getItem(SESSION) ?? "null");
  if (kept && kept.expires > Date.now()) return kept;
  sessionStorage.removeItem(SESSION);
  return null;
}

/** What the token allows, to show the right links; what may be done is for the API to decide. */
export function roles() {
  const [, claims = ""] = session()?.accessToken.split(".") ?? [];
  try {
    const said = JSON.parse(atob(claims.replaceAll("-", "+").replaceAll("_", "/")));
    return [said.groups ?? [], said["cognito:groups"] ?? []].flat();
  } catch {
    return [];
  }
}

export const forgetSession = () => sessionStorage.removeItem(SESSION);

/** The sign-in page; from it one comes back to where one is now, if there is something to do. */
export function signInLink() {
  const page = location.pathname.split("/").pop();
  if (!/^(condition|thread|new-thread|edit|edit-page|history)\.html$/.test(page)) return "sign-in.html";
  return `sign-in.html?${new URLSearchParams({ to: page + location.search })}`;
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
  sessionStorage.setItem(SESSION, JSON.stringify(kept));
  return pending.to;
}

/** Forgets the session here and, where the provider offers it, there. */
export async function signOut() {
  const kept = session();
  forgetSession();
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
