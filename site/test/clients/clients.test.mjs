/** Each client, unchanged, on a website of its own: success, wrong fields, refusals, no network. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const BASE = (process.env.ALIKE_URL ?? "http://localhost:3000").replace(/\/$/, "");
const RUN = `${Date.now()}`.slice(-8);
const OPEN = `clients-${RUN}`;
const FEW = `few-${RUN}`;

/** Where two of the clients always send to; the browser is told that we live there. */
const FIXED = { "https://api.web3forms.com": BASE, "https://formcarry.com": BASE };

/** What each client shows of an error: of a field, of the form, or only that there was one. */
const CLIENTS = {
  formspreeCore: { field: true },
  formspreeAjax: { field: true },
  FormspreeReact: { field: true },
  Web3Forms: { field: true },
  Formcarry: { field: true },
  Netlify: { field: false },
  basin: { field: true },
  webflow: { field: false },
};

let website;
let origin;
let browser;
let owner;

async function put(form, definition) {
  const answer = await fetch(`${BASE}/forms/${form}`, {
    method: "PUT",
    headers: { ...owner, "content-type": "application/json", "if-none-match": "*" },
    body: JSON.stringify({
      title: form,
      schema: {
        type: "object",
        required: ["email", "message"],
        additionalProperties: false,
        properties: {
          email: { type: "string", format: "email", title: "E-mail address" },
          message: { type: "string", "x-field": "long-text" },
        },
      },
      ...definition,
    }),
  });
  assert.equal(answer.status, 201, await answer.text());
}

/** Netlify serves website and forms at one address: what is posted to the site goes to us. */
async function handOn(request, response) {
  const body = [];
  for await (const part of request) body.push(part);
  const { host, connection, "content-length": length, ...headers } = request.headers;
  const answer = await fetch(`${BASE}/`, { method: "POST", headers, body: Buffer.concat(body) });
  const text = await answer.text();
  for (const name of ["content-type", "retry-after", "access-control-allow-origin"])
    if (answer.headers.has(name)) response.setHeader(name, answer.headers.get(name));
  response.writeHead(answer.status).end(text);
}

before(async () => {
  const [script] = (
    await build({
      entryPoints: [new URL("app.jsx", import.meta.url).pathname],
      bundle: true,
      write: false,
      jsx: "automatic",
      // One of them names a file for script tags, without exports, as the browser's.
      mainFields: ["module", "main"],
      define: { "process.env.NODE_ENV": '"production"' },
      logLevel: "error",
    })
  ).outputFiles;
  website = createServer((request, response) => {
    if (request.method === "POST") return handOn(request, response);
    const isScript = request.url === "/app.js";
    response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" });
    response.end(isScript ? script.text : '<!doctype html><body><script src="/app.js"></script>');
  });
  await new Promise((resolve) => website.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${website.address().port}`;
  const token = await fetch(`${BASE}/_local/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "owner@alike.example" }),
  });
  owner = { authorization: `Bearer ${(await token.json()).access_token}` };
  await put(OPEN, { origins: [origin] });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
});

after(async () => {
  await browser?.close();
  website?.close();
});

/** The website in a browser that finds us where the clients look for their own service. */
async function visit(client, form, cut = false) {
  const context = await browser.newContext();
  const answers = [];
  for (const [from, to] of Object.entries(FIXED))
    await context.route(`${from}/**`, async (route) => {
      if (cut) return route.abort("connectionfailed");
      const request = route.request();
      const headers = { ...(await request.allHeaders()), origin };
      const response = await route.fetch({ url: request.url().replace(from, to), headers });
      answers.push(response);
      return route.fulfill({ response });
    });
  const posts = (url) => url.href.startsWith(BASE) || url.href === `${origin}/`;
  if (cut) await context.route(posts, (route) => route.abort("connectionfailed"));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("response", (answer) => {
    if (posts(new URL(answer.url())) && answer.request().method() === "POST") answers.push(answer);
  });
  await page.goto(`${origin}/page.html?client=${client}&form=${form}&api=${BASE}`);
  return { page, answers, close: () => context.close() };
}

async function fill(page, email, message) {
  await page.getByLabel("email", { exact: true }).fill(email);
  await page.getByLabel("message", { exact: true }).fill(message);
  await page.getByRole("button").click();
}

async function shown(page, id) {
  const place = page.locator(`#${id}`);
  await place.filter({ hasText: /\S/ }).first().waitFor({ state: "visible" });
  return place.textContent();
}

for (const [client, shows] of Object.entries(CLIENTS)) {
  test(`${client}: a submission is thanked for`, async () => {
    const { page, answers, close } = await visit(client, OPEN);
    await fill(page, `${client}@example.org`, `From ${client}, with \u{1F44B}\u{1F3FD}`);
    await page.locator("output").filter({ hasText: /\S/ }).waitFor();
    assert.equal(answers.at(-1).status(), 200);
    assert.equal(answers.at(-1).headers()["access-control-allow-origin"], "*");
    assert.equal((await answers.at(-1).json()).ok, true);
    await close();
  });

  test(`${client}: a wrong field is named`, async () => {
    const { page, answers, close } = await visit(client, OPEN);
    await fill(page, "nobody", "Hello");
    if (shows.field) assert.match(await shown(page, "email-error"), /Enter an e-mail address/);
    else assert.ok(await shown(page, "form-error"));
    assert.equal(answers.at(-1).status(), 422);
    await close();
  });

  test(`${client}: a form that is not there is told as an error`, async () => {
    const { page, answers, close } = await visit(client, `nothing-${RUN}`);
    await fill(page, "maria@example.org", "Hello");
    assert.ok(await shown(page, "form-error"));
    assert.equal(answers.at(-1).status(), 404);
    await close();
  });

  test(`${client}: whoever sends too much hears of it and keeps the text`, async () => {
    const form = `${FEW}-${client.toLowerCase()}`;
    await put(form, { limit: { submissions: 1, minutes: 10 } });
    const first = await visit(client, form);
    await fill(first.page, "maria@example.org", "One");
    await first.page.locator("output").filter({ hasText: /\S/ }).waitFor();
    await first.close();
    const { page, answers, close } = await visit(client, form);
    await fill(page, "maria@example.org", "Two");
    assert.ok(await shown(page, "form-error"));
    assert.equal(answers.at(-1).status(), 429);
    assert.ok(Number(answers.at(-1).headers()["retry-after"]) > 0);
    assert.equal(await page.getByLabel("message", { exact: true }).inputValue(), "Two");
    await close();
  });

  test(`${client}: a network that fails is told, and the text is kept`, async () => {
    const { page, close } = await visit(client, OPEN, true);
    const faults = [];
    page.on("pageerror", (fault) => faults.push(fault.message));
    await fill(page, "maria@example.org", "Hello");
    // Some of them leave it to the page.
    await Promise.race([
      shown(page, "form-error"),
      page.waitForEvent("pageerror").catch(() => undefined),
    ]);
    assert.equal(await page.locator("output:visible").filter({ hasText: /\S/ }).count(), 0);
    assert.equal(await page.getByLabel("message", { exact: true }).inputValue(), "Hello");
    await close();
  });
}
