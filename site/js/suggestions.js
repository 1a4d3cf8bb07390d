/**
 * Suggestions that keep up with fast typing. What is known already shows at once: an answer kept
 * from before, or the last answer narrowed to what has been typed since. The server is asked when
 * the fingers rest, or have gone two letters beyond the last question. Of the questions under way
 * the first is waited for, so that a slow network still shows something, and later ones give way.
 */
const REST = 80;
const AHEAD = 2;
const KEPT = 80;

/** Case, accents and marks do not count: "Crohn’s" is "crohns". */
export const fold = (text) =>
  text
    .normalize("NFD")
    .replaceAll(/[\p{M}'’]/gu, "")
    .toLowerCase();

const parts = (text) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether each word typed begins a word of the option. */
export function fits({ name = "", label = "", detail = "" }, typed) {
  const known = parts(`${name} ${label} ${detail}`);
  return parts(typed).every((part) => known.some((word) => word.startsWith(part)));
}

/**
 * @param {(typed: string, signal: AbortSignal) => Promise<object[]>} ask
 * @param {(options: object[], final: boolean) => void} show `final` when nothing better will come
 * @param {() => void} fail told when the server could not say anything
 */
export function suggestions(ask, show, fail) {
  const answers = new Map();
  let underWay = [];
  let timer;
  let typed = "";
  let asked = "";

  function keep(words, options) {
    answers.set(words, options);
    if (answers.size > KEPT) answers.delete(answers.keys().next().value);
  }

  /** The answer to the longest beginning of what is typed. */
  function nearest() {
    for (let end = typed.length; end > 0; end--) {
      const known = answers.get(typed.slice(0, end));
      if (known) return end === typed.length ? known : known.filter((one) => fits(one, typed));
    }
    return [];
  }

  function drop(unwanted) {
    underWay.filter(unwanted).forEach(({ stop }) => stop.abort());
    underWay = underWay.filter((one) => !unwanted(one));
  }

  async function send() {
    const words = typed;
    asked = words;
    drop((one) => one !== underWay[0] || !words.startsWith(one.words));
    const mine = { words, stop: new AbortController() };
    underWay.push(mine);
    try {
      keep(words, await ask(words, mine.stop.signal));
      if (mine.stop.signal.aborted || !typed.startsWith(words)) return;
      show(nearest(), typed === words);
    } catch {
      if (!mine.stop.signal.aborted && typed === words) fail();
    } finally {
      underWay = underWay.filter((one) => one !== mine);
    }
  }

  return {
    /** Told whatever the field holds now. */
    type(words) {
      clearTimeout(timer);
      typed = words;
      drop((one) => !typed.startsWith(one.words));
      if (!typed) return;
      if (answers.has(typed)) return show(answers.get(typed), true);
      const near = nearest();
      if (near.length) show(near, false);
      const ahead = !typed.startsWith(asked) || typed.length - asked.length >= AHEAD;
      if (ahead) send();
      else timer = setTimeout(send, REST);
    },
    /** Nothing is wanted any more. */
    stop() {
      clearTimeout(timer);
      typed = "";
      drop(() => true);
    },
  };
}
