import { api } from "./api.js";
import { avatar, element, fill, fillWithFailure, find } from "./dom.js";

const COUNTRIES = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

export const country = (code) => code && COUNTRIES.of(code);

function card(member) {
  const detail = country(member.country);
  return element(
    "li.who",
    {},
    avatar(member.displayName),
    element("span", {}, member.displayName, detail && element("small", {}, detail)),
  );
}

/** How many people here live with the condition, and those of them who chose to be seen. */
export async function showAlikes(slug) {
  const heading = find("#count");
  const crowd = find("#crowd");
  try {
    const { title, countLabel, items } = await api(
      `/conditions/${encodeURIComponent(slug)}/alikes`,
      { query: { limit: 6 } },
    );
    fill(heading, title ?? countLabel);
    fill(crowd, items.map(card));
    crowd.hidden = items.length === 0;
  } catch (error) {
    fill(heading, "People with this condition");
    crowd.hidden = false;
    fillWithFailure(crowd, error, () => showAlikes(slug));
  }
}
