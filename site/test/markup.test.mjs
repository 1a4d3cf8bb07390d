/** The Nu Html Checker finds no error: in the files, in pages after their scripts, in the API's HTML. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { BASE, launch, signInAs, visit } from "./browser.mjs";
import { EDITOR, EDITORS, files, guides, MEMBER, MEMBERS, PUBLIC, SITE } from "./pages.mjs";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
const run = promisify(execFile);
let browser;
let folder;

before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "markup-"));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Every error in these files, as one line each. */
async function errors(paths) {
  const options = ["-Xss2m", "-jar", jar, "--format", "json", ...paths];
  const { stderr } = await run("java", options, { maxBuffer: 2 ** 26 }).catch((failure) => failure);
  return JSON.parse(stderr)
    .messages.filter(({ type, subType }) => type !== "info" || subType === "fatal")
    .map(({ url, lastLine, message, extract }) => `${url}:${lastLine}: ${message} ${extract}`);
}

async function keep(name, html) {
  const path = join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, "-")}.html`);
  await writeFile(path, html);
  return path;
}

test("the site's files are valid", async () => {
  const paths = (await files()).map((name) => fileURLToPath(new URL(name, SITE)));
  assert.ok(paths.length > 10);
  assert.deepEqual(await errors(paths), []);
});

test("the site's pages are valid after their scripts", async () => {
  const page = await visit(browser);
  const paths = [];
  const look = async (address) => {
    await page.goto(address, { waitUntil: "networkidle" });
    await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    paths.push(await keep(address, `<!doctype html>\n${html}`));
  };
  for (const [address] of PUBLIC) await look(address);
  await page.goto("/signup.html");
  await page.getByLabel("Add a condition").fill("CF");
  await page.getByLabel("Add a condition").press("Enter");
  await page.waitForLoadState("networkidle");
  paths.push(
    await keep(
      "signup-asked",
      `<!doctype html>\n${await page.evaluate(() => document.documentElement.outerHTML)}`,
    ),
  );
  await signInAs(page, EDITOR);
  for (const [address] of EDITORS) await look(address);
  await signInAs(page, MEMBER);
  for (const [address] of MEMBERS) await look(address);
  assert.deepEqual(await errors(paths), []);
});

test("the API's own pages are valid", async () => {
  const paths = [];
  const { request } = await visit(browser);
  // As a browser asks by itself, not as a script does.
  const look = async (path, options) => {
    const headers = { accept: "text/html" };
    const answer = await request.fetch(BASE + path, { maxRedirects: 0, headers, ...options });
    if (!answer.headers()["content-type"]?.startsWith("text/html")) return false;
    return paths.push(await keep(`api-${path}-${paths.length}`, await answer.text()));
  };
  for (const slug of await guides())
    for (const query of ["", "?lang=es", "?level=plain"])
      assert.ok(await look(`/conditions/${slug}${query}`), `/conditions/${slug}${query} is HTML`);
  await look("/conditions/no-such-condition");
  await look("/confirmations/no-such-token");
  const form = (values) => ({ method: "POST", form: values });
  assert.ok(await look("/f/signup", form({ email: "nobody" })), "a form's mistakes are HTML");
  const unclear = {
    email: "a@example.org",
    displayName: "A",
    conditions: "diabetes",
    consent: "2026-11",
  };
  assert.ok(await look("/f/signup", form(unclear)), "a form's question is HTML");
  assert.deepEqual(await errors(paths), []);
});
