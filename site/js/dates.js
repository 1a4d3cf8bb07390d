import { element } from "./dom.js";
import { say, spoken } from "./words.js";

const UNITS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "4 March 2026, 10:20" in the language of the page. */
export const moment = (iso) =>
  new Intl.DateTimeFormat(spoken(), { dateStyle: "long", timeStyle: "short" }).format(
    new Date(iso),
  );

/** "3 days ago", with the exact time on hover and for machines. */
export function ago(iso) {
  const then = new Date(iso);
  const seconds = (then.getTime() - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? [];
  const relative = new Intl.RelativeTimeFormat(spoken(), { numeric: "auto" });
  const words = unit ? relative.format(Math.round(seconds / size), unit) : say("just now");
  return element("time", { datetime: then.toISOString(), title: moment(iso) }, words);
}

/** "4 March 2026" for a calendar day such as 2026-03-04. */
export function day(iso) {
  const long = new Intl.DateTimeFormat(spoken(), { dateStyle: "long", timeZone: "UTC" });
  return element("time", { datetime: iso }, long.format(new Date(iso)));
}

/** Whether a review's due day has come, so that a page says so however old the answer is. */
export const past = (iso) => Boolean(iso) && iso < new Date().toISOString().slice(0, 10);
