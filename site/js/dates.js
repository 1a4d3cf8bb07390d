import { element } from "./dom.js";

const UNITS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const full = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short" });
const long = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });

/** "3 days ago", with the exact time on hover and for machines. */
export function ago(iso) {
  const then = new Date(iso);
  const seconds = (then.getTime() - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? [];
  const words = unit ? relative.format(Math.round(seconds / size), unit) : "just now";
  return element("time", { datetime: iso, title: full.format(then) }, words);
}

/** "4 March 2026" for a calendar day such as 2026-03-04. */
export function day(iso) {
  return element("time", { datetime: iso }, long.format(new Date(iso)));
}
