/** My Alikes and their cards: why, how sure, whom to look for, side by side, and keeping away. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  asMember,
  assertWellMade,
  BASE,
  join,
  launch,
  signInAs,
  someone,
  visit,
} from "./browser.mjs";
import { EDITOR } from "./pages.mjs";

const email = someone("emil");
let browser;
let page;

const cards = () => page.locator("#matches > .match");
const settled = () => page.locator("#matches:not([aria-busy])").waitFor({ state: "attached" });

async function alikes() {
  await page.goto("/me.html");
  await settled();
  await page.locator("#narrow:visible").waitFor();
}

/** Does something, and waits for the list that comes of it. */
async function narrowing(act) {
  const answered = page.waitForResponse((answer) => answer.url().includes("/me/alikes"));
  await act();
  assert.equal((await answered).ok(), true);
  await settled();
}

async function open(selector) {
  if (await page.locator(selector).evaluate((details) => !details.open))
    await page.locator(`${selector} > summary`).click();
}

const real = ({ problems }) => problems.filter((one) => !/status of (403|404|422)/.test(one));

before(async () => {
  browser = await launch();
  page = await visit(browser, { viewport: { width: 320, height: 700 }, reducedMotion: "reduce" });
  await join(page, email, {
    symptoms: "trouble swallowing",
    treatments: "riluzole",
    visibility: "members",
  });
});
after(async () => {
  await asMember(page, "DELETE", "/me").catch(() => {});
  await browser.close();
});

test("the closest come first, with what is shared, how much that is, and how sure", async () => {
  await alikes();
  await page.getByText(/We looked at \d+ people and put those most like you first\./).waitFor();
  const shown = await cards().locator(".score b").allTextContents();
  const scores = shown.map((words) => Number(words.match(/^Likeness: (\d+) %$/)[1]));
  assert.ok(scores.length > 5 && scores.every((score) => score > 0 && score <= 100), `${scores}`);
  assert.deepEqual(
    scores,
    scores.toSorted((one, other) => other - one),
  );
  const first = cards().first();
  await first.locator(".score small", { hasText: /first guess|sure/ }).waitFor();
  await first.locator(".chip", { hasText: /of us/ }).first().waitFor();
  await assertWellMade(page);
});

test("one hint says which answer would sharpen the matches, and leads to it", async () => {
  await alikes();
  const way = page.locator("#hint a");
  await way.waitFor();
  const [, part] = (await way.getAttribute("href")).match(/^profile\.html#(\w+)$/);
  await way.click();
  await page.locator(`#part-${part}[open]`).waitFor();
});

test("filters combine, stay in the tab, and are in no address", async () => {
  await alikes();
  const all = await cards().count();
  await open("#narrow");
  await page.getByLabel("Add a symptom").fill("drooling");
  await narrowing(() => page.getByLabel("Add a symptom").press("Enter"));
  const drooling = await cards().count();
  assert.ok(drooling > 0 && drooling < all, `${drooling} of ${all}`);
  await assertWellMade(page);
  await narrowing(() => page.getByLabel("Country", { exact: true }).selectOption("NL"));
  assert.deepEqual(await cards().locator("h3").allTextContents(), ["Noor"]);
  await page.getByText("Here is who fits").waitFor();
  assert.equal(page.url(), `${BASE}/me.html`);
  await page.reload();
  await settled();
  assert.equal(await cards().count(), 1);
  assert.equal(page.url(), `${BASE}/me.html`);
  await page.locator("#chosen").getByText("Netherlands").waitFor();
  await narrowing(() => page.getByRole("button", { name: "Remove Netherlands" }).click());
  assert.equal(await cards().count(), drooling);
  await open("#narrow");
  await narrowing(() => page.getByLabel("Country", { exact: true }).selectOption("TV"));
  await page.getByText("nobody shows all of this").waitFor();
  await assertWellMade(page);
  await narrowing(() => page.getByRole("button", { name: "Remove all" }).click());
  assert.equal(await cards().count(), all);
});

test("filters that are of an older vocabulary are forgotten", async () => {
  await alikes();
  await page.evaluate(() => {
    const kept = JSON.parse(sessionStorage.getItem("alike.edit./me/alikes"));
    kept.filters = { symptom: [{ id: "no-such-symptom", name: "Gone" }] };
    sessionStorage.setItem("alike.edit./me/alikes", JSON.stringify(kept));
  });
  await page.reload();
  await page.getByText("and put those most like you first").waitFor();
  assert.equal(await page.locator("#chosen li").count(), 0);
});

test("words that nobody knows filter nothing, and say so", async () => {
  await alikes();
  await open("#narrow");
  await page.getByLabel("Add a treatment").fill("xyzzy plugh");
  await page.getByLabel("Add a treatment").press("Enter");
  await page.getByText("We do not know “xyzzy plugh”").waitFor();
  assert.equal(await page.locator("#chosen li").count(), 0);
});

test("a filter is taken and given up by keyboard alone", async () => {
  await alikes();
  await page.locator("#narrow > summary").focus();
  await page.keyboard.press("Enter");
  const female = page.locator("#filter").getByLabel("Female");
  await female.focus();
  await narrowing(() => page.keyboard.press("Space"));
  await page.getByRole("button", { name: "Remove Female" }).focus();
  await narrowing(() => page.keyboard.press("Enter"));
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
});

test("a card shows two people side by side, and its address only the fragment", async () => {
  await alikes();
  const name = await cards().first().locator("h3").textContent();
  const asked = page.waitForRequest((request) => request.url().includes("card.html"));
  await cards().first().locator("h3 a").click();
  assert.equal((await asked).url().includes("m="), false);
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.getByRole("heading", { name: `You and ${name}, side by side` }).waitFor();
  await page.locator("#compare .badge", { hasText: "in common" }).first().waitFor();
  await page.locator("#card .score").waitFor();
  await page.locator("#ask:visible").waitFor();
  await assertWellMade(page);
});

test("who is blocked from the card is nowhere to be seen, until it is undone", async () => {
  const name = await page.locator("h1").textContent();
  const card = page.url();
  await page.getByRole("button", { name: `Block ${name}` }).click();
  await assertWellMade(page);
  await page.getByRole("button", { name: "Block", exact: true }).click();
  await page.getByText(`${name} is blocked.`).waitFor();
  await assertWellMade(page);
  const again = page.waitForEvent("load");
  await page.getByRole("button", { name: "Undo" }).click();
  await again;
  await page.getByRole("heading", { level: 1, name }).waitFor();
  assert.equal(page.url(), card);
});

test("a card that is not there, or not for me, is just not there", async () => {
  for (const id of ["", "01ARZ3NDEKTSV4RRFFQ69G5FAV", "%2e%2e/me"]) {
    await page.goto("/404.html");
    await page.goto(`/card.html#m=${id}`);
    await page.getByRole("heading", { level: 1, name: "This card is not here" }).waitFor();
  }
  await assertWellMade(page);
});

test("who withdrew the consent is told so, and finds nobody", async () => {
  await asMember(page, "PUT", "/me/consents", { given: false });
  await page.goto("/me.html");
  await page.getByText("You have withdrawn your consent.").waitFor();
  await page.getByRole("link", { name: "Look at my consent" }).waitFor();
  assert.equal(await cards().count(), 0);
  await assertWellMade(page);
  await asMember(page, "PUT", "/me/consents", { given: true, version: "2026-11" });
});

test("who is no member is told how to become one", async () => {
  const editor = await visit(browser);
  await signInAs(editor, EDITOR);
  for (const name of ["me", "introductions", "card"]) {
    await editor.goto(`/${name}.html`);
    await editor.getByText("nobody has joined with this address").waitFor();
    await assertWellMade(editor);
  }
  await editor.context().close();
});

test("nothing went wrong behind the scenes", () => assert.deepEqual(real(page), []));
