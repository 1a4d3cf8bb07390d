/** For a condition that has no page yet: its name, and the way to the people who live with it. */
import { session } from "./auth.js";
import { element, fill, find, link, title } from "./dom.js";
import { knownCondition } from "./vocabulary.js";

export async function nameAbsent(slug, others) {
  const known = await knownCondition(slug);
  if (!known) return;
  const { label = known.name } = known;
  title(label);
  find("h1").textContent = `We do not have a page on ${label} yet`;
  const join = element("a.button", { href: link("signup.html", { c: known.slug }) }, "Join free");
  const why = "You can join already, and find people who live with it. ";
  fill(find("#summary"), session() ? others : [why, others]);
  if (!session()) find("#summary").after(element("p", {}, join));
}
