import { api } from "./api.js";
import { avatar, element, fill, fillWithFailure, find } from "./dom.js";
import { say, spoken } from "./words.js";

export const country = (code) =>
  code && new Intl.DisplayNames([spoken()], { type: "region", fallback: "code" }).of(code);

function card(member) {
  const detail = country(member.country);
  return element(
    "li.who",
    {},
    avatar(member.displayName),
    element("span", {}, member.displayName, detail && element("small", {}, detail)),
  );
}

/** The server writes the sentence in English, with the number only where it may be told. */
function sentence({ title, countLabel, count, atLeast }, { label, lang }) {
  if (!lang || lang === "en") return title ?? countLabel;
  if (!count) return say("Fewer than 11 Alikes with {label}", { label });
  const words = atLeast ? "At least {count} Alikes with {label}" : "{count} Alikes with {label}";
  return say(words, { count, label });
}

/** How many people here live with the condition, and those of them who chose to be seen. */
export async function showAlikes(page) {
  const heading = find("#count");
  const crowd = find("#crowd");
  try {
    const path = `/conditions/${encodeURIComponent(page.slug)}/alikes`;
    const answer = await api(path, { query: { limit: 6 } });
    const { items } = answer;
    fill(heading, sentence(answer, page));
    fill(crowd, items.map(card));
    crowd.hidden = items.length === 0;
  } catch (error) {
    fill(heading, say("People with this condition"));
    crowd.hidden = false;
    fillWithFailure(crowd, error, () => showAlikes(page));
  }
}
