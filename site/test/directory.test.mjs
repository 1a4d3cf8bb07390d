/** Conditions from A to Z, and the search in a patient's own words. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ALS, assertWellMade, DESKTOP, launch, visit } from "./browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

test("the list has letters, orders and dates", async () => {
  const page = await visit(browser, { viewport: DESKTOP });
  await page.goto("/index.html");
  await page.getByRole("link", { name: "All conditions from A to Z" }).click();
  const als = page.getByRole("link", { name: "Amyotrophic Lateral Sclerosis (ALS)" });
  await als.waitFor();
  await page
    .getByText(/Reviewed .* 20\d\d/)
    .first()
    .waitFor();
  const total = await page.locator(".entries a").count();
  assert.ok(total >= 14 && total <= 25, `${total} on the first page`);

  await page.locator("#letters").getByRole("link", { name: "M", exact: true }).click();
  await page.getByRole("link", { name: "Multiple Sclerosis (MS)" }).waitFor();
  const labels = await page.locator(".entries a").allTextContents();
  assert.ok(
    labels.every((label) => label.startsWith("M")),
    labels.join(),
  );
  assert.equal(await page.locator("#letters [aria-current]").textContent(), "M");

  await page.getByRole("link", { name: "Next to be reviewed" }).click();
  await page.getByText(/^Due /).first().waitFor();
  assert.match(page.url(), /order=nextReview/);
  await assertWellMade(page);
  assert.deepEqual(page.problems, []);
});

test("the search understands a patient's words and shows where they fit", async () => {
  const page = await visit(browser);
  await page.goto("/index.html");
  await page.getByRole("combobox").fill("cant swallow");
  await page.getByRole("button", { name: "Search" }).click();
  await page.waitForURL("**/conditions.html?q=cant+swallow");
  await page.getByRole("heading", { name: /results? for “cant swallow”/ }).waitFor();
  await page.getByText("We understood:").waitFor();
  const mark = page.locator("#results mark").first();
  await mark.waitFor();
  await assertWellMade(page);
  await page.locator("#results a").first().click();
  await page.waitForURL("**/condition.html?c=*");
  await page.goto("/conditions.html?q=xyzzyqq");
  await page.getByRole("heading", { name: "Nothing found for “xyzzyqq”" }).waitFor();
  assert.deepEqual(page.problems, []);
});

test("what was found goes in as text", async () => {
  const page = await visit(browser);
  await page.route("**/search?*", (route) => {
    const text = '<img src=x onerror="window.hurt=true">';
    const items = [
      { kind: "condition", slug: "als", label: text, snippet: [{ text, mark: true }] },
    ];
    return route.fulfill({
      json: { items, understood: [{ kind: "symptom", id: "x", name: text }] },
    });
  });
  await page.goto("/conditions.html?q=x");
  await page.locator("#results mark").waitFor();
  assert.equal(await page.locator("main img").count(), 0);
});

test("suggestions lead to a guide by keyboard, and Escape closes them", async () => {
  const page = await visit(browser, { viewport: DESKTOP });
  await page.goto("/conditions.html");
  const box = page.getByRole("combobox");
  await box.pressSequentially("lou geh");
  const option = page.getByRole("option", { name: /Amyotrophic Lateral Sclerosis/ }).first();
  await option.waitFor();
  assert.equal(await box.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Escape");
  assert.equal(await box.getAttribute("aria-expanded"), "false");
  assert.equal(await box.inputValue(), "lou geh");
  await page.keyboard.press("ArrowDown");
  await option.waitFor();
  await page.keyboard.press("ArrowDown");
  assert.equal(await box.getAttribute("aria-activedescendant"), await option.getAttribute("id"));
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${ALS}`);
});
