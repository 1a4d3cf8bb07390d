import "./site.js";
import { api } from "./api.js";
import { element, fill, fillWithFailure, find, parameter, title } from "./dom.js";
import { showEditorial } from "./editorial.js";

/** The server cleans the HTML of pages, as it does that of conditions. */
function section({ id, heading, html }) {
  const body = element("div");
  body.innerHTML = html;
  return element("section", { id }, heading && element("h2", {}, heading), body);
}

try {
  const page = await api(`/pages/${encodeURIComponent(parameter("p"))}`);
  const name = page.title ?? page.name;
  title(name);
  find("h1").textContent = name;
  fill(find("#summary"), page.summary);
  fill(find("#sections"), page.sections.map(section));
  if (page.editorial) {
    showEditorial(find("#editorial"), page.editorial);
    find("#editorial").hidden = false;
  }
} catch (error) {
  find("h1").textContent = error.status === 404 ? "This page is not here" : "This page could not be loaded";
  if (error.status === 404) fill(find("#sections"));
  else fillWithFailure(find("#sections"), error, () => location.reload());
} finally {
  find("h1").removeAttribute("aria-busy");
}
