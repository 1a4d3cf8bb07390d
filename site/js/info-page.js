import "./site.js";
import { api } from "./api.js";
import { day } from "./dates.js";
import { element, fill, fillWithFailure, find, parameter, title } from "./dom.js";

/** The server cleans the HTML of pages, as it does that of conditions. */
function section({ id, heading, html }) {
  const body = element("div");
  body.innerHTML = html;
  return element("section", { id }, heading && element("h2", {}, heading), body);
}

try {
  const page = await api(`/pages/${encodeURIComponent(parameter("p"))}`);
  title(page.title);
  find("h1").textContent = page.title;
  fill(find("#summary"), page.summary);
  fill(find("#sections"), page.sections.map(section));
  if (page.reviewed) fill(find("#reviewed"), "Last reviewed ", day(page.reviewed), ".");
} catch (error) {
  find("h1").textContent =
    error.status === 404 ? "This page is not here" : "This page could not be loaded";
  if (error.status === 404) fill(find("#sections"));
  else fillWithFailure(find("#sections"), error, () => location.reload());
} finally {
  find("h1").removeAttribute("aria-busy");
}
