/** Editors: write, check, preview, settle with one another, publish, compare, restore. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertWellMade, BASE, DESKTOP, eventually, launch, signInAs, visit } from "./browser.mjs";
import { EDITOR } from "./pages.mjs";

const SLUG = "endometriosis";
const DESK = `/edit-page.html?c=${SLUG}`;
const stamp = Date.now();
const tomorrow = new Date(stamp + 86_400_000).toISOString().slice(0, 10);
let browser;
let page;
let first;

const summary = (at) =>
  at.locator("[data-lang=en][data-level=standard]").getByLabel("Summary", { exact: true });
const told = (at, words) => at.locator("#told").getByText(words).waitFor();

async function desk(at) {
  await at.goto(DESK);
  await at.locator("#desk:visible").waitFor();
}

/** Refusals are part of the work here, and browsers log them. */
const real = ({ problems }) => problems.filter((one) => !/status of (404|412|422)/.test(one));

before(async () => {
  browser = await launch();
  page = await visit(browser, { viewport: DESKTOP });
  await signInAs(page, EDITOR);
});
after(() => browser.close());

test("the desk shows drafts, pages by their next review, and words that nobody knows", async () => {
  await page.goto("/edit.html");
  await page.locator("#pages").getByRole("link", { name: "Endometriosis", exact: true }).waitFor();
  await page.getByRole("heading", { name: "Words we do not know" }).waitFor();
  await assertWellMade(page);
  const stranger = await visit(browser);
  await signInAs(stranger, "moderator@alike.example");
  await stranger.goto("/edit.html");
  await stranger.getByText("does not have the role of an editor").waitFor();
});

test("what is typed shows in the preview and outlives a reload", async () => {
  await desk(page);
  first = await summary(page).inputValue();
  await summary(page).fill(`Summary ${stamp}`);
  await page.locator("#previewed").getByText(`Summary ${stamp}`).waitFor();
  await told(page, "Not saved; kept in this tab.");
  await desk(page);
  await told(page, "What you had not saved is back.");
  assert.equal(await summary(page).inputValue(), `Summary ${stamp}`);
  await assertWellMade(page);
});

test("a mistake is shown at its field", async () => {
  await summary(page).fill("");
  await page.getByRole("button", { name: "Check" }).click();
  await page.locator("#trouble [role=alert]").waitFor();
  assert.equal(await summary(page).getAttribute("aria-invalid"), "true");
  await assertWellMade(page);
  await page.locator("#trouble a").first().click();
  assert.equal(await summary(page).evaluate((box) => box === document.activeElement), true);
  await summary(page).fill(`Summary ${stamp}`);
});

test("two editors: one wins, the other loses nothing", async () => {
  const other = await visit(browser, { viewport: DESKTOP });
  await signInAs(other, EDITOR);
  await desk(other);
  await summary(other).fill(`Theirs ${stamp}`);
  await other.getByRole("button", { name: "Save draft" }).click();
  await told(other, "The draft is saved.");

  await page.getByRole("button", { name: "Save draft" }).click();
  await page.getByRole("heading", { name: "Somebody else saved this page" }).waitFor();
  await page.getByText(`Theirs ${stamp}`).waitFor();
  await assertWellMade(page);
  await page.getByLabel("Merge by hand").check();
  await page.getByLabel("Merged by hand").fill(`Both ${stamp}`);
  await page.getByRole("button", { name: "Go on with this" }).click();
  assert.equal(await summary(page).inputValue(), `Both ${stamp}`);
  await page.getByRole("button", { name: "Save draft" }).click();
  await told(page, "The draft is saved.");
  await page.goto("/edit.html");
  await page.locator("#drafts a", { hasText: /endometriosis/i }).waitFor();
});

test("publishing wants a note, and readers see the new text", async () => {
  await desk(page);
  await page.getByRole("button", { name: "Publish …" }).click();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByText("Write what changed, and why.").waitFor();
  await assertWellMade(page);
  await page.getByLabel("What changed, and why").fill(`Note ${stamp}`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await told(page, "It is published.");
  await page.goto(`/condition.html?c=${SLUG}`);
  await page.locator("#summary").getByText(`Both ${stamp}`).waitFor();
});

test("the history says who changed what and why, and gives an older version back", async () => {
  await page.goto(`/history.html?c=${SLUG}`);
  await page.getByText(`Note ${stamp}`).waitFor();
  await page
    .getByRole("button", { name: /^Changes of version/ })
    .first()
    .click();
  const added = page.locator(".diff .added", { hasText: `Both ${stamp}` });
  await added.waitFor();
  assert.match(await added.textContent(), /^\+Added: /);
  await page.locator(".diff .removed", { hasText: first }).waitFor();
  await assertWellMade(page);
  await page
    .getByRole("button", { name: /^View version/ })
    .last()
    .click();
  await page.locator("#changes").getByText("What", { exact: false }).first().waitFor();
  await page
    .getByRole("button", { name: /^Restore version/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Restore it" }).click();
  await page.waitForURL(`**${DESK}`);
  await page.locator("#desk:visible").waitFor();
  assert.equal(await summary(page).inputValue(), first);
});

test("a time can be set, and a draft be dropped", async () => {
  await page.getByRole("button", { name: "Publish …" }).click();
  await page.getByLabel("What changed, and why").fill("Later");
  await page.getByLabel("Later, at a set time").check();
  await page.getByLabel("Publish at").fill(`${tomorrow}T10:00`);
  await page.getByRole("button", { name: "Schedule" }).click();
  await told(page, "It will be published by itself.");
  await page.locator("#state").getByText("To be published").waitFor();
  await page.getByRole("button", { name: "Drop the draft" }).click();
  await page.locator("#sure-yes").click();
  await page.waitForURL("**/edit.html");
  assert.deepEqual(real(page), []);
});

test("the guide is again as it was", async () => {
  await desk(page);
  await summary(page).fill(first);
  await page.getByRole("button", { name: "Publish …" }).click();
  await page.getByLabel("What changed, and why").fill("As it was");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await told(page, "It is published.");
  await eventually(
    page,
    async () => {
      const answer = await page.request.get(`${BASE}/conditions/${SLUG}`);
      return (await answer.json()).summary === first;
    },
    "the guide as it was",
  );
});
