/** Every public page on a phone and on a desktop, by day and by night, and by keyboard alone. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { ALS, assertWellMade, DESKTOP, launch, PHONE, signInAs, visit } from "./browser.mjs";
import { EDITOR, EDITORS, MEMBER, MEMBERS, PUBLIC } from "./pages.mjs";

const SIZES = {
  "a phone": { viewport: PHONE, reducedMotion: "reduce" },
  "a phone at night": {
    viewport: { width: 360, height: 740 },
    colorScheme: "dark",
    reducedMotion: "reduce",
  },
  "a desktop": { viewport: DESKTOP, reducedMotion: "reduce" },
  "a desktop at night": { viewport: DESKTOP, colorScheme: "dark", reducedMotion: "reduce" },
  // 200 % zoom on a desktop is half its pixels.
  "a desktop at 200 %": {
    viewport: { width: 640, height: 450 },
    deviceScaleFactor: 2,
    reducedMotion: "reduce",
  },
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function look(page, pages) {
  for (const [address, heading] of pages) {
    await page.goto(address);
    const words = new RegExp(heading.replace(/[()]/g, "\\$&"), "i");
    await page.locator("h1:visible", { hasText: words }).waitFor();
    await assertWellMade(page);
  }
}

for (const [size, options] of Object.entries(SIZES)) {
  test(`every page is well made on ${size}`, async () => {
    const page = await visit(browser, options);
    await look(page, PUBLIC);
    await signInAs(page, EDITOR);
    await look(page, EDITORS);
    await signInAs(page, MEMBER);
    await look(page, MEMBERS);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}

test("a discussion of the feed opens", async () => {
  const page = await visit(browser);
  await page.goto(ALS);
  const link = page.locator("#threads a").first();
  const title = await link.textContent();
  await link.click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await assertWellMade(page);
  assert.deepEqual(page.problems, []);
});

test("the search box works by keyboard and knows lay words", async () => {
  const page = await visit(browser, { viewport: DESKTOP });
  await page.goto("/index.html");
  await page.getByRole("combobox").pressSequentially("lou gehrig");
  const option = page.getByRole("option", { name: /Amyotrophic Lateral Sclerosis/ }).first();
  await option.waitFor();
  await assertWellMade(page);
  await page.keyboard.press("ArrowDown");
  assert.equal(await option.getAttribute("aria-selected"), "true");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${ALS}`);
});

test("another name of a condition leads to its page", async () => {
  const page = await visit(browser);
  await page.goto("/condition.html?c=als");
  await page
    .getByRole("heading", { level: 1, name: "Amyotrophic Lateral Sclerosis (ALS)" })
    .waitFor();
  await page.waitForURL(`**${ALS}`);
  await page.goto("/condition.html?c=no-such-condition");
  await page.getByRole("heading", { level: 1, name: "We do not have a page" }).waitFor();
});

test("a condition that has no page yet is named, and joining is offered", async () => {
  const page = await visit(browser);
  await page.goto("/condition.html?c=alzheimers-disease");
  await page
    .getByRole("heading", { level: 1, name: /We do not have a page on Alzheimer/ })
    .waitFor();
  const join = page.locator("#main").getByRole("link", { name: "Join free" });
  assert.equal(await join.getAttribute("href"), "signup.html?c=alzheimers-disease");
  await join.click();
  await page.locator(".chip", { hasText: "Alzheimer" }).waitFor();
});

test("the first key leads past the navigation", async () => {
  const page = await visit(browser);
  await page.goto(ALS);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
});

/** What a first visit loads of HTML, CSS and JavaScript. */
async function weight(address) {
  const page = await visit(browser);
  const loaded = [];
  page.on("response", (response) => {
    if (["document", "stylesheet", "script"].includes(response.request().resourceType()))
      loaded.push(response.body());
  });
  await page.goto(address, { waitUntil: "networkidle" });
  return (await Promise.all(loaded)).reduce((sum, { length }) => sum + length, 0);
}

test("the condition page is small and the scripts are short", async () => {
  const english = await weight(ALS);
  const spanish = await weight(`${ALS}&lang=es`);
  assert.ok(english > 30_000 && english < 62_000, `${english} bytes of HTML, CSS and JavaScript`);
  assert.ok(spanish > english && spanish < 66_000, `${spanish} bytes in Spanish`);
  const folder = new URL("../js/", import.meta.url);
  for (const name of await readdir(folder)) {
    const lines = (await readFile(new URL(name, folder), "utf8")).split("\n").length;
    assert.ok(lines <= 150, `${name} has ${lines} lines`);
  }
});
