/** Where words may mean several things, or nothing that is known, the form says so and asks. */
import { element, find } from "./dom.js";
import { called, foundBy, meaning } from "./vocabulary.js";

let made = 0;

/**
 * @param {HTMLElement} place the questions come after it
 * @param {string} kind of the vocabulary
 * @param {HTMLInputElement} entry counts as wrong while a question that has to be answered is open
 */
export function askBack(place, kind, entry) {
  const open = new Map();
  const looking = new Set();
  const list = element("div.asked");
  place.append(list);

  function check() {
    const words = [...open.values()].find(({ must, answered }) => must && !answered)?.words;
    entry.setCustomValidity(words ? `Which one do you mean by “${words}”?` : "");
  }

  function forget(chip) {
    open.get(chip)?.question.remove();
    open.delete(chip);
    check();
  }

  function note(chip, words) {
    find("small", chip)?.remove();
    if (words) find("span", chip).after(element("small", {}, words));
  }

  /** The person has chosen: `say` means this one alone, no words mean to keep what was typed. */
  function choose(chip, typed, chosen) {
    const value = chosen?.say ?? typed;
    const shown = chosen ? called(chosen, typed) : typed;
    find("span", chip).textContent = shown;
    find("input", chip).value = value;
    find("button", chip).setAttribute("aria-label", `Remove ${shown}`);
    find("[name=_asTyped]", chip)?.remove();
    if (!chosen) chip.append(element("input", { type: "hidden", name: "_asTyped", value }));
    note(chip, chosen ? "" : "kept as you typed it");
    open.get(chip).answered = true;
    check();
  }

  function choice(name, text, more, onchange) {
    const radio = element("input", { type: "radio", name, onchange });
    const under = more && element("small", {}, more);
    return element("label.pick", {}, radio, element("span", {}, text), under);
  }

  function question(chip, words, candidates) {
    const name = `_meaning-${++made}`;
    // These answers go into the chip; the radio buttons themselves are not for the server.
    entry.form?.addEventListener("formdata", ({ formData }) => formData.delete(name));
    const sure = candidates.length === 1 && candidates[0].label;
    const asked = sure ? `Did you mean ${sure}?` : `Which one do you mean by “${words}”?`;
    const none = sure ? `No, keep “${words}”` : `None of these: keep “${words}”`;
    return element(
      "fieldset.ask-back",
      {},
      element("legend", {}, asked),
      candidates.map((one) =>
        choice(name, sure ? "Yes" : called(one, words), foundBy(one), () =>
          choose(chip, words, one),
        ),
      ),
      choice(name, none, "", () => choose(chip, words)),
    );
  }

  async function explain(chip, words, id) {
    const { outcome, candidates = [] } = await meaning(kind, words);
    if (!chip.isConnected) return;
    const meant = candidates.find((one) => one.id === id);
    if (meant) {
      // Some names mean more than the concept that was chosen by them.
      find("input", chip).value = outcome === "found" ? words : meant.say;
    } else if (outcome === "found") {
      const [{ name, label }] = candidates;
      const same = [name, label].some((known) => known.toLowerCase() === words.toLowerCase());
      if (!same) note(chip, label);
    } else if (candidates.length) {
      const asked = question(chip, words, candidates);
      open.set(chip, { words, must: candidates.length > 1, question: asked });
      list.append(asked);
      check();
    } else if (outcome === "unknown") {
      note(chip, "new to us, kept as you typed it");
    }
  }

  return {
    forget,
    ask(chip, words, id) {
      for (const [one, { answered }] of open) if (answered) forget(one);
      const work = explain(chip, words, id).finally(() => looking.delete(work));
      looking.add(work);
    },
    ready: () => Promise.all(looking),
  };
}
