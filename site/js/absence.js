/** For a condition that has no page yet: its name, and the way to the people who live with it. */
import { session } from "./auth.js";
import { element, fill, find, link, title } from "./dom.js";
import { knownCondition } from "./vocabulary.js";

export async function showAbsent(slug) {
  const known = await knownCondition(slug);
  const home = element("a", { href: "conditions.html" }, "See all conditions");
  if (!known) {
    title("Condition not found");
    find("h1").textContent = "We do not have a page for this condition yet";
    return fill(find("#summary"), "Try another name for it in the search box. ", home);
  }
  const { label = known.name } = known;
  title(label);
  find("h1").textContent = `We do not have a page on ${label} yet`;
  if (session()) return fill(find("#summary"), home);
  fill(find("#summary"), "You can join already, and find people who live with it. ", home);
  const join = element("a.button", { href: link("signup.html", { c: known.slug }) }, "Join free");
  find("#summary").after(element("p", {}, join));
}
