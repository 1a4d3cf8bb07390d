/**
 * Saves a profile by itself while it is edited, one request at a time. What could not be saved stays
 * in the tab and is tried again.
 */
const REST = 0.8;
const AGAIN = [3, 6, 15, 30, 60];

/** What is wrong, as far as it is worth trying again by itself. */
const passing = ({ status }) => status === 0 || status === 429 || status >= 500;

/**
 * @param {object} copy the working copy
 * @param {{load: () => Promise<object>, save: (tag: string, patch: object, leaving: boolean) =>
 *     Promise<object>}} desk answers `{data, tag}`
 * @param {(state: string, error?: Error) => void} tell "waiting", "saving", "saved", "refused",
 *     "differs", "offline", "signed-out" or "failed"
 * @param {(fields: string[]) => void} adopted told which fields changed by themselves
 */
export function autosave(copy, desk, tell, adopted) {
  let tag;
  let timer;
  let busy = false;
  let failures = 0;

  function later(seconds) {
    clearTimeout(timer);
    timer = setTimeout(() => save(), seconds * 1000);
  }

  function rest() {
    if (copy.clashes().length) tell("differs");
    else tell(copy.refusals().length ? "refused" : "saved");
  }

  function stop(error) {
    failures += 1;
    if (passing(error)) later(AGAIN[Math.min(failures, AGAIN.length) - 1]);
    tell({ 0: "offline", 401: "signed-out" }[error.status] ?? "failed", error);
  }

  async function elsewhere() {
    const { data, tag: current } = await desk.load();
    tag = current;
    adopted(copy.elsewhere(data));
  }

  async function attempt(sent, patch, leaving) {
    try {
      const { data, tag: current } = await desk.save(tag, patch, leaving);
      tag = current;
      failures = 0;
      adopted(copy.stored(data, sent));
    } catch (error) {
      if (error.status === 412) return elsewhere();
      if (error.status !== 422 || !copy.refuse(error.errors, sent)) throw error;
    }
    return undefined;
  }

  async function save(leaving = false) {
    clearTimeout(timer);
    if (busy || !tag) return;
    const { sent, patch } = copy.next();
    if (!patch) return rest();
    busy = true;
    tell("saving");
    try {
      await attempt(sent, patch, leaving);
      // What was typed meanwhile, or was put aside, goes its way next.
      if (copy.next().patch) later(REST);
      else rest();
    } catch (error) {
      stop(error);
    } finally {
      busy = false;
    }
  }

  addEventListener("online", () => tag && copy.unsaved() && save());
  // Nobody may come back to a tab that is put away on a phone.
  document.addEventListener("visibilitychange", () => document.hidden && save(true));

  return {
    begin(stored, kept) {
      ({ tag } = stored);
      copy.begin(stored.data, kept);
      if (copy.unsaved()) later(0);
      else rest();
    },
    changed() {
      if (!busy) tell("waiting");
      later(REST);
    },
    now: () => save(),
  };
}
