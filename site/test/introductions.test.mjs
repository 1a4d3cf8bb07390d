/** Getting in touch: asking from a card; yes, no, never mind, and keeping away. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { asMember, assertWellMade, eventually, join, launch, someone, visit } from "./browser.mjs";

const people = {};
let browser;

async function arrive(name) {
  const page = await visit(browser, { viewport: { width: 320, height: 700 } });
  const email = someone(name);
  await join(page, email, { displayName: name, symptoms: "drooling", visibility: "members" });
  const { data } = await asMember(page, "GET", "/me");
  people[name] = { page, email, id: data.id };
}

/** The heading of somebody's card, as it is for whom this page belongs to. */
async function cardOf(name, page) {
  await page.goto("/404.html");
  await page.goto(`/card.html#m=${people[name].id}`);
  return page.locator("h1:not([aria-busy])").textContent();
}

/** Asks as people do: from the card. */
async function ask(asker, asked, note) {
  const { page } = people[asker];
  const there = async () => (await cardOf(asked, page)) === asked;
  await eventually(page, there, `the card of ${asked}`);
  await page.getByLabel(`A short note to ${asked}`).fill(note);
  await page.getByRole("button", { name: "Ask to connect" }).click();
  await page.getByText(`${asked} is asked.`).waitFor();
}

async function requests(name) {
  const { page } = people[name];
  await page.goto("/introductions.html");
  await page.locator("#received:not([aria-busy])").waitFor();
  return page;
}

before(async () => {
  browser = await launch();
  for (const name of ["Asta", "Bo", "Cleo", "Dan"]) await arrive(name);
});
after(async () => {
  for (const { page } of Object.values(people))
    await asMember(page, "DELETE", "/me").catch(() => {});
  await browser.close();
});

test("nobody waits yet, and the page says how to begin", async () => {
  const page = await requests("Bo");
  await page.getByText("Nobody waits for an answer of yours.").waitFor();
  await page.getByText("You can ask somebody from their card.").waitFor();
  await assertWellMade(page);
});

test("an empty note is asked for", async () => {
  const { page } = people.Asta;
  const there = async () => (await cardOf("Bo", page)) === "Bo";
  await eventually(page, there, "the card of Bo");
  await page.getByRole("button", { name: "Ask to connect" }).click();
  await page.getByRole("alert").getByText("Write a few words").waitFor();
  await assertWellMade(page);
});

test("who asks waits, and who is asked is told on My Alikes", async () => {
  await ask("Asta", "Bo", "You also drool. Shall we talk?");
  const asta = await requests("Asta");
  await asta.locator("#sent").getByText("Shall we talk?").waitFor();
  assert.equal(await asta.getByText(people.Bo.email).count(), 0);
  await assertWellMade(asta);
  const { page } = people.Bo;
  await page.goto("/me.html");
  await page.getByRole("link", { name: "1 person would like to get in touch with you" }).click();
  await page.locator("#received").getByText("Shall we talk?").waitFor();
  assert.equal(await page.getByText(people.Asta.email).count(), 0);
  await assertWellMade(page);
});

test("once both said yes, both see the address", async () => {
  const bo = await requests("Bo");
  await bo.getByRole("button", { name: "Yes, share our addresses" }).click();
  await bo.locator("#state").getByRole("link", { name: people.Asta.email }).waitFor();
  assert.equal(await bo.evaluate(() => document.activeElement.id), "state");
  await assertWellMade(bo);
  const asta = await requests("Asta");
  await asta.locator("#accepted").getByRole("link", { name: people.Bo.email }).waitFor();
  await asta.goto(`/card.html#m=${people.Bo.id}`);
  await asta.locator("#tie").getByText("You and Bo are in touch").waitFor();
});

test("a no is not told to who asked, by keyboard alone", async () => {
  await ask("Cleo", "Bo", "Hello from Cleo");
  const bo = await requests("Bo");
  await bo.getByRole("button", { name: "No, thank you (Cleo)" }).focus();
  await bo.keyboard.press("Enter");
  await bo.getByText("Your no stays with us: Cleo is not told.").waitFor();
  await bo.getByText("Nobody waits for an answer of yours.").waitFor();
  const cleo = await requests("Cleo");
  await cleo.locator("#sent").getByText("Hello from Cleo").waitFor();
  await cleo.getByRole("button", { name: "Withdraw" }).click();
  await cleo.getByText("You do not ask Bo any more.").waitFor();
});

test("who is blocked from the request asks no more", async () => {
  await ask("Dan", "Bo", "Buy my miracle tea");
  const bo = await requests("Bo");
  await bo.getByRole("button", { name: "Block … (Dan)" }).click();
  await bo.getByRole("heading", { name: "Block Dan?" }).waitFor();
  await assertWellMade(bo);
  await bo.getByRole("button", { name: "Block", exact: true }).click();
  await bo.getByText("Dan is blocked.").waitFor();
  assert.equal(await bo.getByText("miracle tea").count(), 0);
  const dan = await requests("Dan");
  assert.equal(await dan.getByText("miracle tea").count(), 0);
  // The cards hear of it a moment later.
  const gone = async () => (await cardOf("Bo", dan)) === "This card is not here";
  await eventually(dan, gone, "a card that is not there");
});

test("nothing went wrong behind the scenes", () => {
  const real = Object.values(people).flatMap(({ page }) => page.problems);
  assert.deepEqual(
    real.filter((one) => !/status of 404/.test(one)),
    [],
  );
});
