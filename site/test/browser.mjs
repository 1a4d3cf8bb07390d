/** A real browser at the running local stack, watched closely. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

export const BASE = (process.env.ALIKE_URL ?? "http://localhost:3000").replace(/\/$/, "");
export const ALS = "/condition.html?c=amyotrophic-lateral-sclerosis";
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** As strict as a policy can be: no inline code, no inline styles, nothing from anybody else. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-sync",
      "--disable-background-networking",
      "--disable-component-update",
    ],
  });
}

/** A fresh visitor. `page.problems` gathers what must not happen while the visitor looks around. */
export async function visit(browser, options = {}) {
  const context = await browser.newContext({
    baseURL: BASE,
    viewport: PHONE,
    locale: "en-US",
    ...options,
  });
  await context.route(/\.html(\?|$)/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": POLICY },
    });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.problems = [];
  page.on("pageerror", (error) => page.problems.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    const { url } = message.location();
    if (message.type() === "error" && !url.endsWith("/favicon.ico"))
      page.problems.push(`${url}: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(BASE)) page.problems.push(`left the site: ${request.url()}`);
  });
  return page;
}

/** Puts a session into the tab, as the sign-in would; the address decides which roles it has. */
export async function signInAs(page, email) {
  const answer = await page.request.post(`${BASE}/_local/token`, { data: { email } });
  const { access_token: accessToken } = await answer.json();
  await page.goto("/404.html");
  await page.evaluate((kept) => sessionStorage.setItem("alike.session", JSON.stringify(kept)), {
    accessToken,
    expires: Date.now() + 3_000_000,
  });
}

/** From the site's sign-in page on, as a person does it. */
export async function signInByMail(page, email) {
  await page.getByRole("button", { name: "Continue with e-mail" }).click();
  // The page that one leaves has a field for an address, too.
  await page.waitForURL(({ pathname }) => !pathname.endsWith("/sign-in.html"));
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=email]").press("Enter");
}

/** Signs somebody up and confirms the address, as the forms and the letter do; signs in too. */
export async function join(page, email, fields = {}) {
  const form = { email, displayName: "Emil", conditions: "ALS", consent: "2026-11", ...fields };
  const answer = await page.request.post(`${BASE}/f/signup`, { data: form });
  assert.equal(answer.ok(), true, await answer.text());
  await followConfirmation(page, email);
  await page.getByRole("button").first().click();
  await page.getByText("You are in").first().waitFor();
  await signInAs(page, email);
}

/** The member's own token asks the API, as another device of theirs would. */
export async function asMember(page, method, path, data, headers = {}) {
  const token = await page.evaluate(
    () => JSON.parse(sessionStorage.getItem("alike.session")).accessToken,
  );
  const answer = await page.request.fetch(BASE + path, {
    method,
    data,
    headers: { Authorization: `Bearer ${token}`, ...headers },
  });
  const text = await answer.text();
  return { status: answer.status(), tag: answer.headers().etag, data: text && JSON.parse(text) };
}

/** Nothing sticks out sideways, and axe finds nothing against WCAG 2.2 A and AA. */
export async function assertWellMade(page) {
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${page.url()} is ${beyond} pixels too wide`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`,
  );
  assert.deepEqual(found, [], page.url());
}

/** What was done shows up here in a moment, because events take their way first. */
export async function eventually(page, look, what) {
  // Longer than a warm function keeps a page.
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (await look()) return;
    await page.waitForTimeout(500);
  }
  assert.fail(`${what} did not happen within a minute`);
}

/** The number in "13 Alikes with Amyotrophic Lateral Sclerosis (ALS)". */
export async function countOfAlikes(page) {
  await page.goto(ALS);
  const words = await page.locator("#count:not([aria-busy])").textContent();
  const [, count] = words.match(/^(\d+) Alikes with Amyotrophic Lateral Sclerosis \(ALS\)$/) ?? [];
  assert.ok(count, `"${words}" names no exact count`);
  return Number(count);
}

/** Opens the mailbox and follows the link of the mail that came to this address. */
export async function followConfirmation(page, email) {
  const link = page
    .locator(`:is(article, li, tr, section, p):has-text("${email}") a[href*="/confirmations/"]`)
    .first();
  await eventually(
    page,
    async () => {
      await page.goto(`/_local/outbox?to=${encodeURIComponent(email)}`);
      return (await link.count()) > 0;
    },
    `a mail to ${email}`,
  );
  await link.click();
  await page.waitForURL("**/confirmations/*");
}

export const someone = (name) => `${name}-${Date.now()}-${process.pid}@example.org`;
