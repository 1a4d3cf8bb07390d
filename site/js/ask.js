import { find } from "./dom.js";

/** The question box, whose script comes as soon as somebody turns to it. */
export function askWhenWanted(slug) {
  const form = find("#ask");
  let loading;
  let ready = false;
  const load = async () => {
    loading ??= import("./wisdom.js");
    const { askWisdom } = await loading;
    if (!ready) askWisdom(slug);
    ready = true;
  };
  form.addEventListener("focusin", load, { once: true });
  form.addEventListener("submit", async (event) => {
    if (ready) return;
    event.preventDefault();
    await load();
    form.requestSubmit();
  });
}
