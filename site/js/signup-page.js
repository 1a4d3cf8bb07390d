import { settings } from "../settings.js";
import "./site.js";
import { api } from "./api.js";
import { find, findAll, parameter } from "./dom.js";
import { enhance } from "./form.js";
import { sendWebsiteForm, showDone } from "./website-form.js";
import { tags } from "./tags.js";
import { knownCondition } from "./vocabulary.js";

for (const age of findAll("[data-minimum-age]")) age.textContent = String(settings.minimumAge);
const form = find("form[data-website]");
const fields = Object.fromEntries(
  findAll("[data-tags]", form).map((field) => [field.dataset.tags, field]),
);
const conditions = tags(fields.conditions, "condition");
const symptoms = tags(fields.symptoms, "symptom");
const treatments = tags(fields.treatments, "treatment");
const ready = () => Promise.all([conditions, symptoms, treatments].map((one) => one.ready()));

async function joined() {
  showDone(form);
  const { offerResend } = await import("./resend.js");
  offerResend(find("[data-resend]"), form.elements.email.value.trim());
}

enhance(form, sendWebsiteForm, joined, ready);

// Whoever comes from a condition's page most likely lives with it; one press takes it out again.
const slug = parameter("c");
if (slug) {
  const path = `/conditions/${encodeURIComponent(slug)}`;
  const page = await api(path, { query: { lang: "en" } }).catch(() => null);
  const condition = page ?? (await knownCondition(slug));
  if (condition) conditions.add(condition.name, condition.slug);
}
