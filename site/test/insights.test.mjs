/** What people say helped: as bars and as tables, for everybody and for people like me. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ALS, assertWellMade, DESKTOP, launch, signInAs, visit } from "./browser.mjs";
import { DIABETES, MEMBER } from "./pages.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const settled = (page) => page.locator("#insights:not([aria-busy])").waitFor();

async function look(address, options) {
  const page = await visit(browser, options);
  await page.goto(address);
  await settled(page);
  return page;
}

test("each number is beside its bar, and groups of a few are not told", async () => {
  const page = await look(DIABETES, { viewport: { width: 320, height: 700 } });
  await page.getByRole("heading", { level: 1, name: /^What people with .* say$/ }).waitFor();
  const metformin = page.locator(".bars.tall > li", { hasText: "Metformin" });
  await metformin.getByText(/^about \d+ of about \d+/).waitFor();
  await metformin.getByText(/Helped about \d+/).waitFor();
  const told = await page.locator(".bars > li .small b").allTextContents();
  assert.ok(
    told.length > 0 && told.every((words) => Number(words.match(/^about (\d+) of about \d+$/)[1]) >= 11),
  );
  assert.ok(!(await page.locator("#insights").textContent()).includes("%"));
  // As long as the numbers say, in the policy's sight without any inline style.
  const words = await metformin.locator("p.small").first().textContent();
  const [, n, of] = words.match(/about (\d+) of about (\d+)/).map(Number);
  const share = (100 * n) / of;
  const width = await metformin.locator(".people").first().getAttribute("width");
  assert.ok(Math.abs(parseFloat(width) - share) < 1.5, `${width} for ${words}`);
  await assertWellMade(page);
  assert.deepEqual(page.problems, []);
});

test("the same is there as tables", async () => {
  const page = await look(DIABETES, { viewport: DESKTOP });
  await page.getByLabel("Tables").check();
  const row = page.getByRole("row", { name: /Metformin/ });
  await row.waitFor();
  for (const name of ["Helped", "No change", "Made it worse", "Too early to say", "Side effects"])
    await page.getByRole("columnheader", { name }).waitFor();
  assert.match(await row.textContent(), /about \d+/);
  await assertWellMade(page);
  await page.getByLabel("Bars").check();
  await page.locator(".bars").first().waitFor();
});

test("the look is changed by keyboard alone", async () => {
  const page = await look(DIABETES);
  await page.getByLabel("Bars").focus();
  await page.keyboard.press("ArrowRight");
  await page.locator("table.list").first().waitFor();
});

test("a condition of few people says why it tells little", async () => {
  const page = await look("/insights.html?c=gout");
  await page.getByText("Too few people show this yet.").first().waitFor();
  await assertWellMade(page);
});

test("a condition that nobody knows is not there", async () => {
  const page = await look("/insights.html?c=no-such-condition");
  await page.getByRole("heading", { level: 1, name: "We have no such condition" }).waitFor();
  await assertWellMade(page);
});

test("the guide leads there and back", async () => {
  const page = await visit(browser);
  await page.goto(ALS);
  await page.getByRole("link", { name: "What they say helps" }).click();
  await page.getByRole("heading", { level: 1, name: "What people with ALS say" }).waitFor();
  await page.locator("#back").click();
  await page.waitForURL(`**${ALS}`);
});

test("a member turns to people like me", async () => {
  const page = await visit(browser);
  await signInAs(page, MEMBER);
  await page.goto(DIABETES);
  await settled(page);
  await page.getByLabel("People like me").check();
  await page.getByRole("heading", { level: 1, name: "What people like me say" }).waitFor();
  await page
    .locator("#people", { hasText: /Counted are the \d+ people most like you\./ })
    .waitFor();
  await assertWellMade(page);
  await page.goto("/insights.html");
  await page.getByRole("heading", { level: 1, name: "What people like me say" }).waitFor();
  assert.deepEqual(page.problems, []);
});

test("people like me are for members: guests are asked to sign in", async () => {
  const page = await visit(browser);
  await page.goto("/insights.html");
  await page.waitForURL("**/sign-in.html?to=insights.html");
});
