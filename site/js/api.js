/** The one place that talks to the API: addresses, tokens, and problems made readable. */
import { settings } from "../settings.js";
import { forgetSession, session } from "./auth.js";

/**
 * A request that did not succeed. `fields` maps a field's name to what is wrong with it; `errors`
 * is the same as the server gave it, with a JSON pointer each.
 */
export class ApiError extends Error {
  constructor(message, status = 0, fields = {}, errors = []) {
    super(message);
    this.status = status;
    this.fields = fields;
    this.errors = errors;
  }
}

const OFFLINE = "We could not reach Alike. Please check your connection and try again.";
const SIGN_IN = "Your sign-in has ended. Please sign in again; what you wrote is kept.";

function wait(answer) {
  const seconds = Number(answer.headers.get("Retry-After"));
  const later =
    seconds > 0
      ? `in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}`
      : "in a moment";
  return `There is a lot going on right now. Please try again ${later}.`;
}

async function problem(answer) {
  const { detail, title, message, errors = [] } = await answer.json().catch(() => ({}));
  const fields = {};
  for (const error of errors) {
    const name = error.field ?? error.pointer?.split("/")[1];
    if (name) fields[name] ??= error.message;
  }
  if (answer.status === 401) return new ApiError(SIGN_IN, 401);
  if (answer.status === 429 || answer.status === 503)
    return new ApiError(wait(answer), answer.status);
  const words = detail ?? message ?? title ?? "Something went wrong. Please try again.";
  return new ApiError(words, answer.status, fields, errors);
}

/** What cannot be answered yet, because news are on their way, is asked for again by itself. */
async function send(url, request, tries = 4) {
  const answer = await fetch(url, request).catch((cause) => {
    if (cause.name === "AbortError") throw cause;
    throw new ApiError(OFFLINE);
  });
  const seconds = Number(answer.headers.get("Retry-After"));
  const repeatable = request.method === "GET" || request.headers["Idempotency-Key"];
  const soon = answer.status === 503 && seconds > 0 && seconds <= 2;
  if (!soon || !repeatable || tries === 1) return answer;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  return send(url, request, tries - 1);
}

function headersFor({ accept = "application/json", json, key, member, match, fresh }) {
  const headers = { Accept: accept };
  if (json) headers["Content-Type"] = "application/json";
  if (key) headers["Idempotency-Key"] = key;
  if (match) headers["If-Match"] = match;
  if (fresh) headers["If-None-Match"] = "*";
  if (!member) return headers;
  const token = session()?.accessToken;
  if (!token) throw new ApiError(SIGN_IN, 401);
  return { ...headers, Authorization: `Bearer ${token}` };
}

/** Sends one request and gives the answer, if it is a good one. */
async function answerTo(path, { method = "GET", query, body, signal, keepalive, ...more } = {}) {
  const asked = new URLSearchParams(Object.entries(query ?? {}).filter(([, value]) => value));
  const plain = body === undefined || body instanceof URLSearchParams;
  const headers = headersFor({ ...more, json: !plain });
  const url = `${settings.api}${path}?${asked}`.replace(/\?$/, "");
  const sent = plain ? body : JSON.stringify(body);
  const answer = await send(url, { method, headers, body: sent, signal, keepalive });
  if (answer.ok) return answer;
  if (answer.status === 401) forgetSession();
  throw await problem(answer);
}

/**
 * Sends one request and answers its JSON (undefined when there is none) with its version.
 *
 * @param {string} path under the API's origin, such as "/conditions"
 * @param {{method?: string, query?: object, body?: object|URLSearchParams, key?: string,
 *     member?: boolean, match?: string, fresh?: boolean, accept?: string, signal?: AbortSignal,
 *     keepalive?: boolean}} options `member` sends the member's token, `key` makes a repeated POST
 *     count once, `match` is the version that a change is meant for, `fresh` that there must be none
 *     yet, `keepalive` lets it outlive the page
 */
export async function exchange(path, options) {
  const answer = await answerTo(path, options);
  const data = answer.status === 204 ? undefined : await answer.json();
  return { data, tag: answer.headers.get("ETag") };
}

/** The same for whoever only wants the JSON. */
export const api = async (path, options) => (await exchange(path, options)).data;

/** The same for what is to be kept as a file. */
export const file = async (path, options) => (await answerTo(path, options)).blob();
