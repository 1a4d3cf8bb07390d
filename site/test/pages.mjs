/** Which pages the site has, and which guides are published, for tests that look at all of them. */
import { readdir } from "node:fs/promises";
import { ALS, BASE } from "./browser.mjs";

export const SITE = new URL("../", import.meta.url);
export const EDITOR = "editor@alike.example";
/** The condition of which the demo community tells most. */
export const DIABETES = "/insights.html?c=type-2-diabetes";

/** Every HTML file of the site. */
export const files = async () => (await readdir(SITE)).filter((name) => name.endsWith(".html"));

/** Pages that anybody can open, each with words of its main heading. */
export const PUBLIC = [
  ["/index.html", "Somebody out there"],
  [ALS, "Amyotrophic Lateral Sclerosis (ALS)"],
  [`${ALS}&lang=es`, "Esclerosis"],
  [`${ALS}&level=plain`, "Amyotrophic Lateral Sclerosis (ALS)"],
  [`${ALS}&lang=es&level=plain`, "Esclerosis"],
  ["/conditions.html", "Conditions A to Z"],
  ["/conditions.html?order=nextReview", "Conditions A to Z"],
  ["/conditions.html?q=cant+swallow", "Conditions A to Z"],
  ["/conditions.html?q=xyzzy", "Conditions A to Z"],
  [ALS.replace("condition", "visit"), "Prepare a doctor’s visit"],
  [`${ALS.replace("condition", "visit")}&lang=es`, "Preparar una visita"],
  [DIABETES, "What people with"],
  ["/insights.html?c=gout", "What people with"],
  ["/signup.html", "Find your Alikes"],
  ["/contact.html", "Write to us"],
  ["/thanks.html", "Thank you!"],
  ["/confirmed.html", "You are in"],
  ["/goodbye.html", "Your account is deleted"],
  ["/sign-in.html", "Sign in"],
  ["/page.html?p=editorial-process", "How we write"],
  ["/404.html", "This page is not here"],
];

/** Pages for editors. */
export const EDITORS = [
  ["/edit.html", "Editing"],
  [ALS.replace("condition", "edit-page"), "Amyotrophic Lateral Sclerosis (ALS)"],
  [ALS.replace("condition", "history"), "Amyotrophic Lateral Sclerosis (ALS)"],
];

/** Pages for members, which a member of the demo community looks at. */
export const MEMBER = "luis.f@example.org";
export const MEMBERS = [
  ["/me.html", "My Alikes"],
  ["/introductions.html", "Getting in touch"],
  ["/insights.html", "What people like me say"],
  ["/profile.html", "My profile"],
  ["/account.html", "My account"],
];

async function json(path, accept = "application/json") {
  const answer = await fetch(BASE + path, { headers: { accept, "accept-language": "en" } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

/** Every published guide, page by page as anybody would read the list. */
export async function guides() {
  const slugs = [];
  let cursor;
  do {
    const query = new URLSearchParams({ limit: "50", ...(cursor && { cursor }) });
    const { items, next } = await json(`/conditions?${query}`);
    slugs.push(...items.map(({ slug }) => slug));
    cursor = next;
  } while (cursor);
  return slugs;
}

/** Each guide in each of its languages: `[{slug, lang, levels}]`. */
export async function readings() {
  const all = [];
  for (const slug of await guides()) {
    const { languages, levels } = await json(`/conditions/${slug}`);
    all.push(...languages.map((lang) => ({ slug, lang, levels })));
  }
  return all;
}

export const linkedData = ({ slug, lang }) =>
  json(`/conditions/${slug}?lang=${lang}`, "application/ld+json");
