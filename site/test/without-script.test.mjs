/** The signup with JavaScript switched off: the browser's own form, the server's own pages. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  BASE,
  countOfAlikes,
  eventually,
  followConfirmation,
  launch,
  someone,
  visit,
} from "./browser.mjs";

const email = someone("asta");
let browser;
let reader;
let page;

before(async () => {
  browser = await launch();
  reader = await visit(browser);
  page = await visit(browser, { javaScriptEnabled: false });
});
after(async () => {
  // Leaves the community as it was, so that the next run counts from the same number.
  const { request } = page.context();
  const answer = await request.post(`${BASE}/_local/token`, { data: { email } });
  const { access_token: token } = await answer.json();
  await request.delete(`${BASE}/me`, { headers: { Authorization: `Bearer ${token}` } });
  await browser.close();
});

test("a plain form becomes a member", async () => {
  const count = await countOfAlikes(reader);
  await page.goto("/signup.html");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Display name", { exact: true }).fill("Asta");
  await page.getByLabel("Your conditions, 1 of 3").fill("Lou Gehrig's disease");
  await page.getByLabel("I agree").check();
  await page.getByRole("button", { name: "Join free" }).click();
  await page.waitForURL("**/receipts/*/thanks");
  await page
    .getByRole("heading", { name: "Thank you! Your submission has been received!" })
    .waitFor();
  await followConfirmation(page, email);
  await page.getByRole("button").first().click();
  await page.getByText("You are in").first().waitFor();
  await eventually(
    reader,
    async () => (await countOfAlikes(reader)) === count + 1,
    "one Alike more",
  );
  assert.deepEqual(page.problems, []);
});
