/**
 * Who is signed in. The tokens live in this tab's session storage and are gone when the tab is
 * closed; `sign-in.js` gets them.
 */
const SESSION = "alike.session";

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

export const keepSession = (kept) => sessionStorage.setItem(SESSION, JSON.stringify(kept));
export const forgetSession = () => sessionStorage.removeItem(SESSION);

/** The sign-in page; from it one comes back to where one is now, if there is something to do. */
export function signInLink() {
  const page = location.pathname.split("/").pop();
  if (!/^(condition|thread|new-thread|edit|edit-page|history)\.html$/.test(page)) return "sign-in.html";
  return `sign-in.html?${new URLSearchParams({ to: page + location.search })}`;
}
