/** The sheet for a doctor's visit: questions first, on two pages at most, and nobody is told. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ALS, assertWellMade, DESKTOP, launch, visit } from "./browser.mjs";

const VISIT = ALS.replace("condition", "visit");
const QUESTION = "Should I begin with riluzole now?";
let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const pages = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;

test("the sheet begins with the questions, ends with the sources and fits on two pages", async () => {
  const page = await visit(browser, { viewport: DESKTOP });
  await page.goto(ALS);
  await page.getByRole("link", { name: "Prepare a doctor’s visit" }).click();
  await page.getByLabel("My questions").fill(QUESTION);
  await page.getByRole("button", { name: "What can I do myself?" }).click();
  const sheet = page.locator("#paper");
  await sheet.getByText("What can I do myself?").waitFor();
  const order = await sheet.locator("h3, footer").allTextContents();
  assert.deepEqual(order.slice(0, 3), ["My questions", "From the guide", "Notes"]);
  assert.match(order[3], /Last reviewed.*Sources:/);
  for (const format of ["A4", "Letter"]) assert.ok(pages(await page.pdf({ format })) <= 2, format);
  await page.getByText("About 2 pages").waitFor();
  assert.deepEqual(page.problems, []);
});

test("what is chosen is printed, and nothing else", async () => {
  const page = await visit(browser);
  await page.goto(VISIT);
  await page.getByRole("checkbox", { name: "Treatments" }).uncheck();
  await page.getByRole("checkbox", { name: "Living with it" }).check();
  const parts = page.locator("#paper h4");
  await parts.getByText("Living with it").waitFor();
  assert.equal(await parts.getByText("Treatments").count(), 0);
  await page.emulateMedia({ media: "print" });
  assert.equal(
    await page.locator(".site-head, #choices, .site-foot").locator("visible=true").count(),
    0,
  );
  await page.locator("#paper").getByText("My questions").waitFor();
});

test("questions stay in the tab and are sent to nobody", async () => {
  const page = await visit(browser);
  const sent = [];
  page.on("request", (request) => sent.push(request.url() + (request.postData() ?? "")));
  await page.goto(VISIT);
  await page.getByLabel("My questions").fill(QUESTION);
  await page.reload();
  await page.locator("#paper").getByText(QUESTION).waitFor();
  assert.equal(await page.getByLabel("My questions").inputValue(), QUESTION);
  assert.ok(sent.length > 0 && sent.every((one) => !/riluzole/i.test(decodeURIComponent(one))));
  const other = await visit(browser);
  await other.goto(VISIT);
  await other.locator("#paper ol").first().waitFor();
  assert.equal(await other.getByLabel("My questions").inputValue(), "");
});

test("two languages stand side by side", async () => {
  const page = await visit(browser, { viewport: DESKTOP });
  await page.goto(VISIT);
  await page.getByLabel("Side by side with").selectOption("es");
  await page.locator("#paper .two [lang=es] h4").first().waitFor();
  assert.match(await page.locator("#paper .condition").textContent(), /ALS.*\/.*ELA/);
  await assertWellMade(page);
});
