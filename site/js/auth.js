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

/** What the token says, to show the right things; what may be done is for the API to decide. */
function claims() {
  const [, said = ""] = session()?.accessToken.split(".") ?? [];
  try {
    return JSON.parse(atob(said.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return {};
  }
}

export function roles() {
  const said = claims();
  return [said.groups ?? [], said["cognito:groups"] ?? []].flat();
}

/** The member who is signed in and confirmed; an editor may be none. */
export const memberId = () => claims().member_id;
export const isMember = () => Boolean(memberId());

export const keepSession = (kept) => sessionStorage.setItem(SESSION, JSON.stringify(kept));
export const forgetSession = () => sessionStorage.removeItem(SESSION);

/** The sign-in page; from it one comes back to where one is now, if there is something to do. */
export function signInLink() {
  const page = location.pathname.split("/").pop();
  if (
    !/^(account|condition|edit|edit-page|history|insights|introductions|new-thread|profile|thread)\.html$/.test(
      page,
    )
  )
    return "sign-in.html";
  return `sign-in.html?${new URLSearchParams({ to: page + location.search })}`;
}
