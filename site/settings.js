/**
 * The only file to edit when the site is hosted somewhere else.
 * Everything else on the site is relative to wherever these files are.
 *
 * Without JavaScript a browser posts a form to its `action` as written in the HTML, so when `api`
 * is another origin, write it into the `action` of signup.html and contact.html too.
 * The same goes for the age in signup.html.
 */
export const settings = {
  /** Origin of the API, no slash at the end. Empty means the origin that serves these files. */
  api: "",
  /** OpenID Connect issuer: an absolute URL (say a Cognito user pool's) or a path here. */
  issuer: "/_local/issuer",
  /** The public client that the issuer knows; its redirect URI is this site's callback.html. */
  clientId: "alike-site",
  /** From which age on one can join: the template's `MinimumAge`. */
  minimumAge: 16,
};
