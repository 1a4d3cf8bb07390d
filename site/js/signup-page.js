import "./site.js";
import { api, suggestConditions } from "./api.js";
import { find, findAll, parameter } from "./dom.js";
import { enhance } from "./form.js";
import { sendWebsiteForm, showDone } from "./website-form.js";
import { tags } from "./tags.js";

const form = find("form[data-website]");
const fields = Object.fromEntries(
  findAll("[data-tags]", form).map((field) => [field.dataset.tags, field]),
);
const addCondition = tags(fields.conditions, suggestConditions);
tags(fields.symptoms);
tags(fields.treatments);
enhance(form, sendWebsiteForm, () => showDone(form));

// Whoever comes from a condition's page most likely lives with it; one press takes it out again.
const slug = parameter("c");
if (slug) {
  const condition = await api(`/conditions/${encodeURIComponent(slug)}`).catch(() => null);
  if (condition) addCondition(condition.name);
}
