/** Our own script on other people's pages: their origin, their markup, their blocks. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const BASE = (process.env.ALIKE_URL ?? "http://localhost:3000").replace(/\/$/, "");
const RUN = `${Date.now()}`.slice(-8);
const FORM = `script-${RUN}`;
const ENDPOINT = `${BASE}/f/${FORM}`;
const CODE = `<script src="${BASE}/alike-forms.js" defer></script>`;

const FIELDS = `<label>email <input name="email" data-name="email" aria-describedby="hint"></label>
  <p id="hint">We write back to it.</p>
  <label>message <textarea name="message"></textarea></label>
  <label>more <input type="checkbox" name="mood" value="good"></label>
  <button type="submit" data-wait="Sending it">Send</button>`;

const PAGES = {
  "/plain.html": `<form action="${ENDPOINT}" method="post" data-alike>${FIELDS}</form>${CODE}`,
  "/next.html": `<form action="${ENDPOINT}" method="post" data-alike>
    <input type="hidden" name="_next" value="thanks.html">${FIELDS}</form>${CODE}`,
  "/secrets.html": `<form action="${ENDPOINT}" method="post" data-alike>${FIELDS}
    <input type="password" name="secret"><input name="once" autocomplete="off">
    <fieldset data-private><input name="diagnosis"></fieldset></form>${CODE}`,
  "/webflow.html": `<div class="w-form">
    <form id="wf" name="wf" data-name="Contact" method="get" data-wf-page-id="1">
      <label>email <input name="E-Mail" data-name="email" aria-label="email"></label>
      <label>message <textarea name="Nachricht-2" data-name="message"></textarea></label>
      <input type="submit" data-wait="Please wait..." value="Send"></form>
    <div class="w-form-done" style="display:none">Thank you! Your submission has been received!</div>
    <div class="w-form-fail" style="display:none">Oops! Something went wrong.</div></div>
    <script>document.addEventListener("submit", () => (window.webflow = true));</script>
    ${CODE.replace("<script", `<script data-alike="${ENDPOINT}"`)}`,
};
PAGES["/strict.html"] = PAGES["/plain.html"];

let website;
let origin;
let browser;

before(async () => {
  website = createServer((request, response) => {
    const path = request.url.split("?")[0];
    if (path === "/strict.html") {
      const policy = `default-src 'none'; script-src ${BASE}; connect-src ${BASE}`;
      response.setHeader("content-security-policy", policy);
    }
    response.writeHead(PAGES[path] ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><html lang="en"><title>A page</title><body>${PAGES[path]}</body>`);
  });
  await new Promise((resolve) => website.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${website.address().port}`;
  const token = await fetch(`${BASE}/_local/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "owner@alike.example" }),
  });
  const answer = await fetch(`${BASE}/forms/${FORM}`, {
    method: "PUT",
    headers: {
      authorization: `Bearer ${(await token.json()).access_token}`,
      "content-type": "application/json",
      "if-none-match": "*",
    },
    body: JSON.stringify({
      title: "Any page's form",
      origins: [origin],
      schema: {
        type: "object",
        required: ["email", "message"],
        additionalProperties: false,
        properties: {
          email: { type: "string", format: "email" },
          message: { type: "string", "x-field": "long-text" },
          mood: { type: "array", items: { type: "string", enum: ["good"] } },
          secret: { type: "string" },
          once: { type: "string" },
          diagnosis: { type: "string" },
        },
      },
    }),
  });
  assert.equal(answer.status, 201, await answer.text());
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
});

after(async () => {
  await browser?.close();
  website?.close();
});

/** A page of the other website, with what it posts and what comes back. */
async function visit(path) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const posts = [];
  const answers = [];
  const faults = [];
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("request", (request) => request.method() === "POST" && posts.push(request));
  page.on("response", (answer) => answer.request().method() === "POST" && answers.push(answer));
  await page.goto(`${origin}${path}`);
  const close = async () => {
    assert.deepEqual(faults, []);
    await context.close();
  };
  return { page, posts, answers, close };
}

async function fill(page, email, message) {
  await page.getByLabel("email").fill(email);
  await page.getByLabel("message").fill(message);
}

const send = (page) => page.locator("[type=submit]").click();

const thanked = (page) => page.getByRole("status").filter({ hasText: "received" }).waitFor();

const fields = (post) => new URLSearchParams(post.postData());

/** The work as the function looks at it. */
function isWorkDone(post) {
  const [time, number] = fields(post).get("_work").split(".");
  const key = post.headers()["idempotency-key"];
  const parts = ["work", FORM, key, time].map((part) => `${part.length}:${part}`).join("");
  const challenge = createHash("sha256").update(parts).digest("base64url");
  const digest = createHash("sha256").update(`${challenge}.${number}`).digest();
  return digest[0] === 0 && digest[1] === 0 && Math.abs(Date.now() - Number(time)) < 120_000;
}

test("a submission is thanked for in place, with work, time and key", async () => {
  const { page, posts, answers, close } = await visit("/plain.html");
  await fill(page, "maria@example.org", "Hello \u{1F44B}\u{1F3FD}");
  await page.getByLabel("more").check();
  await send(page);
  await thanked(page);

  assert.equal(answers.at(-1).status(), 200);
  assert.equal(fields(posts[0]).get("message"), "Hello \u{1F44B}\u{1F3FD}");
  assert.equal(fields(posts[0]).get("mood"), "good");
  assert.match(fields(posts[0]).get("_elapsed"), /^\d+$/);
  assert.ok(isWorkDone(posts[0]));
  assert.equal(await page.locator("form").isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.className), "alike-done");
  assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  await close();
});

test("the work is done on pages that allow no workers, too", async () => {
  const { page, posts, close } = await visit("/strict.html");
  await fill(page, "maria@example.org", "From a strict page");
  await send(page);
  await thanked(page);

  assert.ok(isWorkDone(posts[0]));
  await close();
});

test("errors stand beside their fields, are announced, and lead there", async () => {
  const { page, posts, close } = await visit("/plain.html");
  await fill(page, "nobody", "Hello");
  await send(page);
  const error = page.getByRole("alert").filter({ hasText: "Enter an e-mail address" });
  await error.waitFor();

  const email = page.getByLabel("email");
  assert.equal(await email.getAttribute("aria-invalid"), "true");
  assert.equal(
    await email.getAttribute("aria-describedby"),
    `${await error.getAttribute("id")} hint`,
  );
  assert.equal(await page.evaluate(() => document.activeElement.name), "email");
  assert.equal(await page.getByLabel("message").inputValue(), "Hello");
  assert.equal(await page.getByRole("button").textContent(), "Send");

  await email.fill("maria@example.org");
  await send(page);
  await thanked(page);
  assert.equal(await email.getAttribute("aria-invalid"), null);
  assert.equal(await email.getAttribute("aria-describedby"), "hint");
  assert.equal(posts[0].headers()["idempotency-key"], posts.at(-1).headers()["idempotency-key"]);
  await close();
});

test("a lost answer makes no second record", async () => {
  const { page, posts, answers, close } = await visit("/plain.html");
  const kept = [];
  await page.route(ENDPOINT, async (route) => {
    if (route.request().method() !== "POST" || kept.length > 0) return route.continue();
    kept.push((await (await route.fetch()).json()).submissionId);
    return route.abort("connectionreset");
  });
  await fill(page, "maria@example.org", "An answer gets lost");
  await send(page);
  await thanked(page);

  assert.equal(posts.length, 2);
  assert.equal(posts[0].postData(), posts[1].postData());
  assert.equal((await answers.at(-1).json()).submissionId, kept[0]);
  await close();
});

test("what was perhaps received is another submission when it is changed", async () => {
  const { page, posts, close } = await visit("/plain.html");
  await page.route(ENDPOINT, (route) => route.abort("connectionfailed"));
  await fill(page, "maria@example.org", "Nobody is there");
  await send(page);
  const failed = page.getByRole("alert").filter({ hasText: "still here" });
  await failed.waitFor();

  assert.equal(await page.getByLabel("message").inputValue(), "Nobody is there");
  await page.unroute(ENDPOINT);
  await page.getByLabel("message").fill("Nobody was there");
  await send(page);
  await thanked(page);
  assert.equal(await failed.isVisible(), false);
  const keys = new Set(posts.map((post) => post.headers()["idempotency-key"]));
  assert.equal(keys.size, 2);
  assert.ok(isWorkDone(posts.at(-1)));
  await close();
});

test("a reload keeps what was typed, and nothing that is private", async () => {
  const { page, posts, close } = await visit("/secrets.html");
  await fill(page, "maria@example.org", "It takes me long to write");
  await page.getByLabel("more").check();
  for (const name of ["secret", "once", "diagnosis"])
    await page.locator(`[name=${name}]`).fill(`canary-${name}`);
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(sessionStorage)), /canary/);
  await page.reload();

  assert.equal(await page.getByLabel("message").inputValue(), "It takes me long to write");
  assert.equal(await page.getByLabel("more").isChecked(), true);
  assert.equal(await page.locator("[name=diagnosis]").inputValue(), "");
  await send(page);
  await thanked(page);
  assert.ok(Number(fields(posts[0]).get("_elapsed")) > 0);
  await page.reload();
  assert.equal(await page.getByLabel("message").inputValue(), "");
  await close();
});

test("a second click sends nothing", async () => {
  const { page, posts, close } = await visit("/plain.html");
  await fill(page, "maria@example.org", "Click, click");
  await page.evaluate(() => {
    for (let i = 0; i < 3; i++) document.querySelector("button").click();
  });
  assert.equal(await page.getByRole("button").textContent(), "Sending it");
  await thanked(page);

  assert.equal(posts.length, 1);
  await close();
});

test("help and the receipt are shown where they are answered", async () => {
  const { page, close } = await visit("/next.html");
  const more = {
    receipt: `${BASE}/receipts/abc`,
    help: { message: "Please call now.", lines: [{ where: "Here", contact: "116 123" }] },
  };
  await page.route(ENDPOINT, async (route) => {
    const response = await route.fetch();
    return route.fulfill({ response, json: { ...(await response.json()), ...more } });
  });
  await fill(page, "maria@example.org", "I need help");
  await send(page);

  await page.getByText("Please call now.").waitFor();
  assert.ok(await page.getByText("Here: 116 123").isVisible());
  assert.equal(await page.getByRole("link").getAttribute("href"), more.receipt);
  await close();
});

test("the browser goes where the form says", async () => {
  const { page, close } = await visit("/next.html");
  await fill(page, "maria@example.org", "On to the next page");
  await send(page);

  await page.waitForURL(/\/thanks\.html/);
  await close();
});

test("Webflow's page: its blocks, its labels, and nothing goes to Webflow", async () => {
  const { page, posts, answers, close } = await visit("/webflow.html");
  await fill(page, "nobody", "Hello");
  await send(page);
  await page.getByRole("alert").filter({ hasText: "Enter an e-mail address" }).waitFor();
  assert.equal(await page.locator(".w-form-done").isVisible(), false);

  await page.getByLabel("email").fill("maria@example.org");
  await send(page);
  await page.locator(".w-form-done").waitFor();
  assert.equal(answers.at(-1).status(), 200);
  assert.equal(fields(posts.at(-1)).get("message"), "Hello");
  assert.equal(await page.locator("form").isVisible(), false);
  assert.equal(await page.locator(".w-form-fail").isVisible(), false);
  assert.equal(await page.evaluate(() => window.webflow), undefined);
  await close();
});

test("Webflow's page: its block for failures tells why", async () => {
  const { page, close } = await visit("/webflow.html");
  const tooMany = { ok: false, message: "Too many for now.", errors: [] };
  await page.route(ENDPOINT, (route) =>
    route.fulfill({
      status: 429,
      json: tooMany,
      headers: { "access-control-allow-origin": "*" },
    }),
  );
  await fill(page, "maria@example.org", "Hello");
  await send(page);

  await page.locator(".w-form-fail").filter({ hasText: "Too many for now." }).waitFor();
  assert.equal(await page.getByLabel("message").inputValue(), "Hello");
  await close();
});

test("the script is small", async () => {
  const script = Buffer.from(await (await fetch(`${BASE}/alike-forms.js`)).arrayBuffer());
  const { gzipSync } = await import("node:zlib");
  assert.ok(gzipSync(script).length < 6 * 1024);
});
