import "./site.js";
import { api } from "./api.js";
import { session, signInLink } from "./auth.js";
import { find, link, parameter, title } from "./dom.js";
import { enhance, keepDraft } from "./form.js";

const slug = parameter("c");
const form = find("#compose");

function takeThread() {
  const forget = keepDraft(form, `thread.${slug}`);
  const send = (_, key) => {
    const { title: words, text, visibility } = Object.fromEntries(new FormData(form));
    const path = `/conditions/${encodeURIComponent(slug)}/discussions`;
    return api(path, {
      method: "POST",
      member: true,
      key,
      body: { title: words, text, visibility },
    });
  };
  enhance(form, send, ({ id }) => {
    forget();
    location.assign(link("thread.html", { t: id }));
  });
}

if (!slug) {
  location.replace("index.html");
} else if (session()) {
  takeThread();
  const condition = await api(`/conditions/${encodeURIComponent(slug)}`).catch(() => null);
  if (condition) {
    title(`Start a discussion about ${condition.label}`);
    find("#back").textContent = condition.label;
    find("#back").href = link("condition.html", { c: condition.slug });
  }
} else {
  location.replace(signInLink());
}
