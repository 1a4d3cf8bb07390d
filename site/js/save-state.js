/** Says whether everything is saved, and what to do when it is not. */
import { signInLink } from "./auth.js";
import { element, fill, find } from "./dom.js";

const WORDS = {
  saved: "Everything is saved.",
  waiting: "Not saved yet …",
  saving: "Saving …",
  offline: "No connection. Nothing is lost: it is kept in this tab and saved by itself later.",
  refused: "One answer could not be saved. The others are.",
  differs: "Something was changed elsewhere too. Please choose what should stay.",
  "signed-out": "Your sign-in has ended. What you wrote is kept in this tab.",
};

/** Milliseconds in which the same is not said again. */
const QUIET = 30_000;

const button = (words, onclick) =>
  element("button.button.slim.quiet", { type: "button", onclick }, words);

/**
 * @param {HTMLElement} bar holds `[data-words]` to see, `[role=status]` to hear, `[data-do]`
 * @param {{again: () => void, show: () => void, choose: () => void}} actions
 * @returns {(state: string, error?: Error) => void}
 */
export function saveState(bar, { again, show, choose }) {
  const actions = {
    offline: () => button("Try now", again),
    failed: () => button("Try again", again),
    refused: () => button("Show it", show),
    differs: () => button("Choose", choose),
    "signed-out": () => element("a.button.slim.quiet", { href: signInLink() }, "Sign in"),
  };
  let heard = { at: 0 };

  /** Whoever listens hears how it ended, not each step, and not the same all the time. */
  function announce(words) {
    if (words === heard.words && Date.now() - heard.at < QUIET) return;
    heard = { words, at: Date.now() };
    find("[role=status]", bar).textContent = words;
  }

  return (state, error) => {
    const changed = bar.dataset.state !== state;
    const words = WORDS[state] ?? `Not saved. ${error.message}`;
    bar.dataset.state = state;
    fill(find("[data-words]", bar), words);
    if (changed) fill(find("[data-do]", bar), actions[state]?.());
    if (!["waiting", "saving"].includes(state)) announce(words);
  };
}
