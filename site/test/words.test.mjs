/** The signup asks back where words may mean several things, and keeps what nobody knows. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertWellMade, launch, visit } from "./browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function add(page, label, words) {
  await page.getByLabel(label).fill(words);
  await page.getByLabel(label).press("Enter");
}

/** What the form would send now. */
const values = (page, name) =>
  page.evaluate(
    (field) => new FormData(document.querySelector("form[data-website]")).getAll(field),
    name,
  );

test("words that mean several conditions are asked back before anything is sent", async () => {
  const page = await visit(browser);
  await page.goto("/signup.html");
  await page.getByLabel("E-mail address").fill("asta@example.org");
  await page.getByLabel("Display name", { exact: true }).fill("Asta");
  await page.getByLabel("I agree").check();
  await page.getByLabel("Add a condition").fill("diabetes");
  await page.getByRole("button", { name: "Join free" }).click();
  await page.getByRole("alert").getByText("Which one do you mean by “diabetes”?").waitFor();
  const question = page.getByRole("group", { name: "Which one do you mean by “diabetes”?" });
  await assertWellMade(page);
  await question.getByLabel("Diabetes Type 2 (T2D)").check();
  const [said] = await values(page, "conditions");
  assert.match(said, /type 2/i);
  assert.equal(
    await page.evaluate(() => document.querySelector("#conditions").checkValidity()),
    true,
  );
  await question.getByLabel("None of these").check();
  assert.deepEqual(await values(page, "conditions"), ["diabetes"]);
  assert.deepEqual(await values(page, "_asTyped"), ["diabetes"]);
  const names = await page.evaluate(() => [
    ...new FormData(document.querySelector("form[data-website]")).keys(),
  ]);
  assert.ok(
    names.every((name) => !name.startsWith("_meaning")),
    names.join(),
  );
  assert.deepEqual(page.problems, []);
});

test("a name that was understood shows what it means, an unknown one that it is kept", async () => {
  const page = await visit(browser);
  await page.goto("/signup.html");
  await add(page, "Add a condition", "lou gehrigs");
  await page
    .locator(".chip", { hasText: "lou gehrigs" })
    .getByText("Amyotrophic Lateral Sclerosis (ALS)")
    .waitFor();
  await add(page, "Add a symptom", "zzqx feeling");
  await page
    .locator(".chip", { hasText: "zzqx feeling" })
    .getByText("kept as you typed it")
    .waitFor();
  assert.deepEqual(await values(page, "symptoms"), ["zzqx feeling"]);
  await page.getByRole("button", { name: "Remove zzqx feeling" }).click();
  assert.deepEqual(await values(page, "symptoms"), []);
  await assertWellMade(page);
});

test("symptoms and treatments are suggested while typing", async () => {
  const page = await visit(browser);
  await page.goto("/signup.html");
  await page.getByLabel("Add a symptom").pressSequentially("trouble sw", { delay: 30 });
  await page
    .getByRole("option", { name: /trouble swallowing/i })
    .first()
    .click();
  await page.locator(".chip", { hasText: /trouble swallowing/i }).waitFor();
  await page.getByLabel("Add a treatment").pressSequentially("riluz", { delay: 30 });
  await page
    .getByRole("option", { name: /riluzole/i })
    .first()
    .click();
  assert.match((await values(page, "treatments"))[0], /riluzole/i);
  assert.deepEqual(page.problems, []);
});

test("the form goes on when nothing can be looked up", async () => {
  const page = await visit(browser);
  await page.route(/\/\/[^/]+\/(vocabulary|conditions)/, (route) => route.abort());
  await page.goto("/signup.html");
  await add(page, "Add a condition", "ALS");
  assert.deepEqual(await values(page, "conditions"), ["ALS"]);
});
