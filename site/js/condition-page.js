import "./site.js";
import { api } from "./api.js";
import { showAlikes } from "./alikes-card.js";
import { element, fill, fillWithFailure, find, link, parameter, title } from "./dom.js";
import { showDiscussions } from "./discussions.js";
import { showEditorial } from "./editorial.js";
import { showContents } from "./toc.js";
import { askWisdom } from "./wisdom.js";

const asked = parameter("c");

/** The server cleans the HTML of sections, the only markup that this site takes from the API. */
function section({ id, heading, html }) {
  const body = element("div");
  body.innerHTML = html;
  return element(
    "section",
    { id, tabindex: "-1", "aria-labelledby": `${id}-heading` },
    element("h2", { id: `${id}-heading` }, heading),
    body,
  );
}

function showCondition(page) {
  title(page.label);
  find("meta[name=description]").content = page.summary ?? "";
  find("h1").textContent = page.label;
  find("h1").removeAttribute("aria-busy");
  fill(find("#summary"), page.summary);
  find("#learn").textContent =
    `Learn from others who are experiencing ${page.shortName ?? page.name}`;
  const names = page.alsoKnownAs ?? [];
  find("#also").hidden = names.length === 0;
  find("#also span").textContent = names.join(", ");
  fill(find("#sections"), page.sections.map(section));
  if (page.disclaimer) find("#disclaimer").textContent = page.disclaimer;
  showEditorial(find("#editorial"), page.editorial);
  showContents(find("#contents"), page.sections);
  const related = page.related ?? [];
  find("#related").hidden = related.length === 0;
  fill(
    find("#related ul"),
    related.map((one) =>
      element("li", {}, element("a", { href: link("condition.html", { c: one.slug }) }, one.label)),
    ),
  );
  // The sections were not here yet when the browser looked for the part that the address names.
  const named =
    location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named) {
    named.scrollIntoView();
    named.focus({ preventScroll: true });
  }
}

function showAbsence(error) {
  const missing = error.status === 404;
  title(missing ? "Condition not found" : "Not available");
  find("h1").textContent = missing
    ? "We do not have a page for this condition yet"
    : "This page could not be loaded";
  find("h1").removeAttribute("aria-busy");
  const home = element("a", { href: "index.html" }, "See all conditions");
  if (missing) fill(find("#summary"), "Try another name for it in the search box. ", home);
  else fillWithFailure(find("#summary"), error, () => location.reload());
  for (const part of document.querySelectorAll("[data-condition]")) part.hidden = true;
}

function showParts({ slug, label }) {
  find("#join").href = link("signup.html", { c: slug });
  find("#start").href = link("new-thread.html", { c: slug });
  showAlikes(slug);
  showDiscussions({ slug, label });
  askWisdom(slug);
}

try {
  const page = await api(`/conditions/${encodeURIComponent(asked)}`);
  // Any of a condition's names leads here; the address then shows the one that stays.
  if (page.slug !== asked)
    history.replaceState(null, "", link("condition.html", { c: page.slug }) + location.hash);
  showParts(page);
  showCondition(page);
} catch (error) {
  showAbsence(error);
}
