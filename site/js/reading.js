/** In which language and how simply somebody reads. The choice stays on this device. */
import { element, fill, find, link, parameter } from "./dom.js";
import { language, say } from "./words.js";

const PLACE = "alike.reading";
const NAMES = { standard: "Standard", plain: "Plain words" };

function kept() {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? "{}");
  } catch {
    return {};
  }
}

function keep(choice) {
  try {
    localStorage.setItem(PLACE, JSON.stringify({ ...kept(), ...choice }));
  } catch {
    // Without storage the choice holds for this page only.
  }
}

/** What to ask the server for: the address comes first, then what was chosen before. */
export const wanted = () => ({
  lang: parameter("lang") || kept().lang,
  level: parameter("level") || kept().level,
});

/** The address of this guide as it is read now. */
export const addressOf = ({ slug, lang = "en", level = "standard" }) => {
  const query = { c: slug };
  if (lang !== "en" || parameter("lang")) query.lang = lang;
  if (level !== "standard") query.level = level;
  return query;
};

/** Links to the guide in its other languages, each called by its own name. */
export function showLanguages({ slug, lang, languages = [] }) {
  const place = find("#languages");
  place.hidden = languages.length < 2;
  const links = languages.map((code) =>
    element(
      "a",
      {
        href: link("condition.html", { c: slug, lang: code }),
        hreflang: code,
        lang: code,
        "aria-current": code === lang && "true",
        onclick: () => keep({ lang: code }),
      },
      language(code, true),
    ),
  );
  fill(
    find("ul", place),
    links.map((one) => element("li", {}, one)),
  );
}

/** The switch between reading levels; `change` loads the other one and resolves when it shows. */
export function showLevels({ level, levels = [] }, change) {
  const place = find("#levels");
  place.hidden = levels.length < 2;
  const buttons = levels.map((one) =>
    element(
      "button",
      {
        type: "button",
        "aria-pressed": String(one === level),
        onclick: async () => {
          keep({ level: one });
          if (!(await change(one))) return;
          for (const button of buttons)
            button.setAttribute("aria-pressed", String(button.dataset.level === one));
          find("#told").textContent = say("Now shown: {level}", { level: say(NAMES[one] ?? one) });
        },
        "data-level": one,
      },
      say(NAMES[one] ?? one),
    ),
  );
  fill(find("div", place), buttons);
}
