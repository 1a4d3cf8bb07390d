/** A patient's first day: joins, confirms, meets Alikes, writes, asks, and leaves again. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  ALS,
  assertWellMade,
  countOfAlikes,
  eventually,
  followConfirmation,
  launch,
  signInByMail,
  someone,
  visit,
} from "./browser.mjs";

const email = someone("emil");
const title = `Which feeding tube questions did you ask? ${Date.now()}`;
let browser;
let page;
let count;

before(async () => {
  browser = await launch();
  page = await visit(browser);
});
after(() => browser.close());

test("the condition page says how many Alikes there are", async () => {
  count = await countOfAlikes(page);
  if (process.env.ALIKE_FRESH === "1") assert.equal(count, 13);
  await page.getByText("Learn from others who are experiencing ALS").waitFor();
  await page
    .getByText("This is not a substitute for professional medical advice.")
    .first()
    .waitFor();
  await page.getByRole("link", { name: "Learn more about our editorial process" }).waitFor();
  await page.getByRole("heading", { name: "Latest discussions" }).waitFor();
});

test("a signup is received, and nothing that was typed is lost by a mistake", async () => {
  await page.getByRole("link", { name: "Find your Alikes" }).click();
  await page.getByRole("button", { name: "Remove Amyotrophic Lateral Sclerosis" }).waitFor();
  await page.getByLabel("E-mail address").fill("emil");
  await page.getByLabel("Display name", { exact: true }).fill("Emil");
  await page.getByLabel("Add a symptom").fill("trouble swallowing");
  await page.getByLabel("Add a symptom").press("Enter");
  await page.getByLabel("Add a treatment").fill("riluzole");
  await page.getByLabel("Year of birth").fill("1968");
  await page.getByLabel("Country").selectOption("DK");
  await page.getByRole("button", { name: "Join free" }).click();
  await page.getByRole("alert").getByText("Please give your consent").waitFor();
  assert.equal(await page.getByLabel("E-mail address").getAttribute("aria-invalid"), "true");
  await assertWellMade(page);

  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("I agree").check();
  await page.getByRole("button", { name: "Join free" }).click();
  await page
    .getByRole("heading", { name: "Thank you! Your submission has been received!" })
    .waitFor();
});

test("the link in the mail makes the member", async () => {
  await followConfirmation(page, email);
  await page.getByRole("button").first().click();
  await page.getByText("You are in").first().waitFor();
  await eventually(page, async () => (await countOfAlikes(page)) === count + 1, "one Alike more");
});

test("the member signs in and sees the Alikes with the reasons", async () => {
  await page.getByRole("link", { name: "Sign in" }).first().click();
  await signInByMail(page, email);
  // Signing in leads back to where one came from.
  await page.waitForURL(`**${ALS}`);
  await page.getByRole("link", { name: "See my Alikes" }).click();
  await page.getByRole("heading", { level: 1, name: "My Alikes" }).waitFor();
  const first = page.locator(".match").first();
  await first.getByText("Amyotrophic Lateral Sclerosis").first().waitFor();
  const words = await first.locator(".score b").textContent();
  const score = Number(words.match(/^Likeness: (\d+) %$/)[1]);
  assert.ok(score > 0 && score <= 100, `${score} is a likeness`);
  await page.getByText(/We looked at \d+ people/).waitFor();
  await assertWellMade(page);
});

test("a discussion that the member starts is among the latest", async () => {
  await page.goto(ALS);
  await page.getByRole("link", { name: "Start a discussion" }).click();
  await assertWellMade(page);
  await page.getByLabel("Title").fill(title);
  await page
    .getByLabel("Your text")
    .fill("We meet the team next week.\n\nWhat do you wish you had asked?");
  await page.getByLabel("Everybody").check();
  await page.getByRole("button", { name: "Post discussion" }).click();
  await page.getByRole("heading", { name: title }).waitFor();
  await page.getByLabel("Your reply").fill("I will write down what they say and post it here.");
  await page.getByRole("button", { name: "Post reply" }).click();
  await page.locator("#replies").getByText("I will write down").waitFor();
  await assertWellMade(page);
  await eventually(
    page,
    async () => {
      await page.goto(ALS);
      await page.locator("#threads:not([aria-busy])").waitFor();
      return (await page.locator("#threads").getByRole("link", { name: title }).count()) === 1;
    },
    "the thread under Latest discussions",
  );
});

test("Wisdom answers with citations that lead to their source", async () => {
  await page.goto(ALS);
  await page.getByLabel("Your question").fill("What are the first signs and symptoms of ALS?");
  await page.getByRole("button", { name: "Ask" }).click();
  const cited = page.locator("#answer .cited a").first();
  await cited.waitFor();
  await page
    .locator("#answer")
    .getByText("not a substitute for professional medical advice")
    .waitFor();
  await assertWellMade(page);
  const target = new URL(await cited.evaluate((to) => to.href));
  await cited.click();
  await page.waitForURL(target.href);
  const part = target.hash ? page.locator(target.hash) : page.getByRole("heading", { level: 1 });
  await part.waitFor();
  if (target.hash)
    await page.waitForFunction(
      (hash) => document.activeElement === document.querySelector(hash),
      target.hash,
    );
});

test("whoever leaves is counted no more", async () => {
  await page.goto("/me.html");
  await page.locator("#member").getByRole("link", { name: "My account" }).click();
  await page.locator("#address-now:not([aria-busy])").waitFor();
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await page.getByRole("heading", { name: "Your account is deleted" }).waitFor();
  await page.getByRole("link", { name: "Sign in" }).waitFor();
  await eventually(page, async () => (await countOfAlikes(page)) === count, "one Alike less");
});

test("nothing went wrong behind the scenes", () => assert.deepEqual(page.problems, []));
