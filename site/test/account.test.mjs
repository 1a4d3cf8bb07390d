/** The account: address, consent, a copy of everything, blocks, leaving; each undone where it can be. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import {
  asMember,
  assertWellMade,
  countOfAlikes,
  eventually,
  join,
  launch,
  someone,
  visit,
} from "./browser.mjs";

const email = someone("asta");
const other = someone("bo");
let browser;
let page;

async function account() {
  await page.goto("/account.html");
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
}

before(async () => {
  browser = await launch();
  page = await visit(browser);
  await join(page, email, { displayName: "Asta" });
});
after(async () => {
  await asMember(page, "DELETE", "/me").catch(() => {});
  await browser.close();
});

test("the account is well made", async () => {
  await account();
  await page.getByText(email).first().waitFor();
  await page.getByText("You have blocked nobody.").waitFor();
  await assertWellMade(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await assertWellMade(page);
});

test("consent is withdrawn at once, and given again", async () => {
  const count = await countOfAlikes(page);
  await account();
  await page.getByRole("button", { name: "Withdraw my consent" }).click();
  await page.getByText("nobody finds you any more").waitFor();
  await assertWellMade(page);
  await page.getByRole("button", { name: "Withdraw it" }).click();
  await page.getByText("You have withdrawn your consent.").waitFor();
  await page.locator("#consent-history").getByText("You withdrew it").waitFor();
  await page.goto("/profile.html");
  await page.locator("#withdrawn").waitFor();
  await assertWellMade(page);
  const lost = async () => (await countOfAlikes(page)) === count - 1;
  await eventually(page, lost, "one Alike less");
  await account();
  await page.getByRole("button", { name: "I agree again" }).click();
  await page.getByRole("button", { name: "Withdraw my consent" }).waitFor();
  assert.equal(await page.locator("#consent-history li").count(), 3);
  const back = async () => (await countOfAlikes(page)) === count;
  await eventually(page, back, "one Alike more");
});

for (const [button, look] of [
  ["Everything (JSON)", (data) => JSON.stringify(data).includes(email)],
  ["For health apps (FHIR)", (data) => data.resourceType === "Bundle"],
])
  test(`a copy is saved as a file: ${button}`, async () => {
    await account();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: button }).click();
    const file = await (await saved).path();
    assert.equal(look(JSON.parse(await readFile(file, "utf8"))), true);
  });

test("a change of address waits for both letters, and can be called off", async () => {
  await account();
  await page.getByLabel("New address").fill("nowhere");
  await page.getByRole("button", { name: "Change my address" }).click();
  await page.getByRole("alert").getByText("such as name@example.org").waitFor();
  await page.getByLabel("New address").fill(someone("asta-new"));
  await page.getByRole("button", { name: "Change my address" }).click();
  await page.locator("#address-pending").getByText("Waiting for the link").first().waitFor();
  assert.equal(await page.locator("#address-pending li").count(), 2);
  await assertWellMade(page);
  await page.getByRole("button", { name: "Keep my old address" }).click();
  await page.locator("#address-form:visible").waitFor();
});

test("somebody who was blocked is listed, and can be unblocked", async () => {
  const them = await visit(browser);
  await join(them, other, { displayName: "Bo" });
  const { data: bo } = await asMember(them, "GET", "/me");
  assert.equal((await asMember(page, "PUT", `/me/blocks/${bo.id}`)).status, 204);
  await account();
  await page
    .locator("#blocked")
    .getByRole("button", { name: /^Unblock/ })
    .click();
  await page.getByText("You have blocked nobody.").waitFor();
  await asMember(them, "DELETE", "/me");
  await them.context().close();
});

test("the link can be asked for again, and the answer tells nothing", async () => {
  const guest = await visit(browser);
  const said = [];
  for (const address of [email, someone("nobody")]) {
    await guest.goto("/sign-in.html");
    await guest.getByLabel("E-mail address").fill(address);
    await guest.getByRole("button", { name: "Send the link again" }).click();
    said.push(await guest.locator("[data-resend] .note").textContent());
  }
  assert.equal(said[0], said[1]);
  await assertWellMade(guest);
  assert.deepEqual(guest.problems, []);
  await guest.context().close();
});

test("whoever leaves chooses what becomes of the posts", async () => {
  await account();
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page.getByLabel("Remove it too").check();
  await assertWellMade(page);
  const asked = page.waitForRequest((request) => request.method() === "DELETE");
  await page.getByRole("button", { name: "Delete for good" }).click();
  assert.equal(new URL((await asked).url()).searchParams.get("posts"), "remove");
  await page.getByRole("heading", { name: "Your account is deleted" }).waitFor();
  assert.deepEqual(
    page.problems.filter((one) => !one.includes("404.html")),
    [],
  );
});
