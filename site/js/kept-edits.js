/**
 * What is being written stays in this tab, whatever happens to the connection or the sign-in: the
 * document, the one it began with, and that one's version.
 */
const placeOf = (slug) => `alike.edit.${slug}`;

export const keptEdits = (slug) => JSON.parse(sessionStorage.getItem(placeOf(slug)) ?? "null");
export const keepEdits = (slug, edits) =>
  sessionStorage.setItem(placeOf(slug), JSON.stringify(edits));
export const forgetEdits = (slug) => sessionStorage.removeItem(placeOf(slug));

/** What a member began, or looked for, is nobody else's business. */
export const forgetMember = () => ["/me", "/me/alikes"].forEach(forgetEdits);
