/** The profile: saved by itself, on a shaky line and from two devices, and shown as it will be seen. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  asMember,
  assertWellMade,
  join,
  launch,
  PHONE,
  signInByMail,
  someone,
  visit,
} from "./browser.mjs";

const email = someone("emil");
let browser;
let page;

const state = (name) => page.locator(`#state[data-state="${name}"]`).waitFor();
const stored = async () => (await asMember(page, "GET", "/me")).data;
const part = (id) => page.locator(`#part-${id}`);
const label = (id, words) => part(id).getByLabel(words, { exact: true });

async function open(id) {
  const shut = await part(id).evaluate((details) => !details.open);
  if (shut) await part(id).locator(":scope > summary").click();
}

/** Does something, and waits until it is stored. */
async function saving(act) {
  const answered = page.waitForResponse(
    (answer) => answer.request().method() === "PATCH" && answer.ok(),
  );
  await act();
  await answered;
  await state("saved");
}

async function profile(hash = "") {
  await page.goto("/404.html");
  await page.goto(`/profile.html${hash}`);
  await page.locator("#profile:not([aria-busy])").waitFor();
}

/** As from another device. */
async function elsewhere(patch) {
  const { tag } = await asMember(page, "GET", "/me");
  const headers = { "If-Match": tag, "Content-Type": "application/merge-patch+json" };
  const { status } = await asMember(page, "PATCH", "/me", JSON.stringify(patch), headers);
  assert.equal(status, 200);
}

/** Refusals and a lost line are part of the work here, and browsers log them. */
const real = ({ problems }) =>
  problems.filter((one) => !/status of (401|412|422)|ERR_INTERNET_DISCONNECTED/.test(one));

before(async () => {
  browser = await launch();
  page = await visit(browser, { viewport: { width: 320, height: 700 } });
  await join(page, email, { symptoms: "fatigue", treatments: "riluzole", country: "DK" });
});
after(async () => {
  await asMember(page, "DELETE", "/me").catch(() => {});
  await browser.close();
});

test("each part says in short what stands in it and who sees it", async () => {
  await profile();
  await state("saved");
  await part("conditions").getByText("Amyotrophic Lateral Sclerosis (ALS)").first().waitFor();
  await part("conditions").getByText("Used for matching, not shown").first().waitFor();
  await part("country").getByText("Denmark").first().waitFor();
  await page.getByText("They do not see you, because your name and your conditions").waitFor();
  await assertWellMade(page);
  for (const name of ["conditions", "symptoms", "treatments", "wishes", "languages"])
    await open(name);
  await assertWellMade(page);
  // Every target is large enough for a thumb.
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "main :is(summary, button, select, input[type=text], .pick, .pill)",
      ),
    ]
      .map((target) => [target.outerHTML.slice(0, 80), target.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44)),
  );
  assert.deepEqual(small, []);
});

test("an answer is saved by itself, and stays", async () => {
  await profile("#conditions");
  await part("conditions").locator(".entry > summary").first().click();
  await saving(async () => {
    await label("conditions", "Year of the first symptoms").fill("2019");
    await label("conditions", "Stage or type").fill("began in the hands");
  });
  await open("symptoms");
  await part("symptoms").locator(".entry > summary").first().click();
  await saving(() => part("symptoms").getByText("Severe").click());
  const { conditions, symptoms } = await stored();
  assert.equal(conditions[0].firstSymptoms, 2019);
  assert.equal(conditions[0].stage, "began in the hands");
  assert.equal(symptoms[0].severity, "severe");
});

test("the card goes no further than the narrower of name and conditions", async () => {
  await profile("#name");
  await saving(() => label("name", "Who sees your name?").selectOption("public"));
  await part("name")
    .getByText("Your conditions are not shown, and your card goes no further.")
    .waitFor();
  await open("conditions");
  await saving(() => label("conditions", "Who sees your conditions?").selectOption("members"));
  await part("name").getByText("So only members see this.").waitFor();
  const preview = page.locator("#preview");
  await preview.getByLabel("All members").check();
  await preview.getByRole("heading", { name: "Emil" }).waitFor();
  await preview.getByText("first signs 2019").waitFor();
  assert.equal(await preview.getByText("Denmark").count(), 0);
  await preview.getByLabel("Everybody").check();
  await preview.getByText("They do not see you, because your conditions are not shown").waitFor();
  assert.equal((await stored()).listed, "members");
  await assertWellMade(page);
});

test("words that mean several things are asked back, and words nobody knows are kept", async () => {
  await profile("#conditions");
  await label("conditions", "Add a condition").fill("diabetes");
  await part("conditions").getByRole("button", { name: "Add", exact: true }).click();
  await part("conditions").getByRole("group", { name: "Which one do you mean" }).waitFor();
  await assertWellMade(page);
  await saving(() =>
    part("conditions")
      .getByRole("button", { name: /Type 2/ })
      .click(),
  );
  assert.equal((await stored()).conditions.length, 2);
  await open("symptoms");
  await label("symptoms", "Add a symptom").fill("brain zaps of doom");
  await saving(() => label("symptoms", "Add a symptom").press("Enter"));
  await part("symptoms").getByText("kept as you typed it").first().waitFor();
  assert.equal((await stored()).unresolved.symptoms[0].typed, "brain zaps of doom");
});

test("what is removed can be put back with one press, by keyboard too", async () => {
  await profile("#conditions");
  await part("conditions").locator(".entry > summary").last().click();
  const remove = part("conditions").getByRole("button", { name: /^Remove Diabetes/ });
  await saving(async () => {
    await remove.focus();
    await page.keyboard.press("Enter");
  });
  assert.equal((await stored()).conditions.length, 1);
  await saving(() => page.keyboard.press("Enter"));
  assert.equal((await stored()).conditions.length, 2);
});

test("all of it is reached with one key, and what has the focus is in sight", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await profile();
  for (const name of ["conditions", "sex", "wishes"]) await open(name);
  await page.locator("#main").focus();
  const stops = [];
  for (let at = 0; at < 80; at++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const { activeElement: active } = document;
      if (!active.closest("main")) return null;
      const bar = document.querySelector("#state");
      const { top, bottom } = active.getBoundingClientRect();
      const edge = bar.contains(active) ? innerHeight : bar.getBoundingClientRect().top;
      return { name: active.outerHTML.slice(0, 90), seen: top < edge - 8 && bottom > 8 };
    });
    if (!stop) break;
    stops.push(stop);
  }
  assert.ok(stops.length > 15 && stops.length < 70, `${stops.length} stops`);
  assert.deepEqual(
    stops.filter(({ seen }) => !seen),
    [],
  );
});

test("a treatment tells its outcome and side effects", async () => {
  await profile("#treatments");
  await part("treatments").locator(".entry > summary").first().click();
  await saving(async () => {
    await part("treatments").getByText("I use it now").click();
    await part("treatments").getByText("It helped").click();
    await label("treatments", "Add a side effect").fill("nausea");
    await label("treatments", "Add a side effect").press("Enter");
    await part("treatments")
      .getByRole("button", { name: /^Remove Nausea/i })
      .waitFor();
  });
  const [treatment] = (await stored()).treatments;
  assert.deepEqual([treatment.use, treatment.outcome], ["current", "helped"]);
  assert.equal(treatment.sideEffects.length, 1);
});

test("without a connection nothing is lost, and it is saved once there is one", async () => {
  await profile("#about");
  await page.context().setOffline(true);
  await label("about", "About me").fill("I like walking.");
  await state("offline");
  await assertWellMade(page);
  await saving(() => page.context().setOffline(false));
  assert.equal((await stored()).about, "I like walking.");
});

test("what was changed on two devices is put together, and asked about where it differs", async () => {
  await profile("#country");
  await open("region");
  await elsewhere({ country: "NO", about: "I like walking and books." });
  await saving(() => label("region", "Region").fill("Fyn"));
  await open("about");
  assert.equal(await label("about", "About me").inputValue(), "I like walking and books.");
  await elsewhere({ country: "FI" });
  await label("country", "Country").selectOption("SE");
  await state("differs");
  await page.getByRole("button", { name: "Choose" }).click();
  await page.locator("#clashes").getByText("Finland").waitFor();
  await assertWellMade(page);
  await saving(() => page.getByRole("button", { name: /^Keep what I wrote here/ }).click());
  const { country, region, about } = await stored();
  assert.deepEqual([country, region, about], ["SE", "Fyn", "I like walking and books."]);
});

test("what the server refuses is told beside its field, and the rest is saved", async () => {
  await profile("#age");
  await open("region");
  await label("age", "Year of birth").fill(String(new Date().getFullYear() - 10));
  await label("region", "Region").fill("Skåne");
  await state("refused");
  assert.equal((await stored()).region, "Skåne");
  await page.getByRole("button", { name: "Show it" }).click();
  assert.equal(await label("age", "Year of birth").getAttribute("aria-invalid"), "true");
  await assertWellMade(page);
  await saving(() => label("age", "Year of birth").fill("1968"));
  assert.equal(await part("age").locator(".error").count(), 0);
});

test("whoever's sign-in ended finds everything again", async () => {
  await profile("#wishes");
  await page.evaluate(() => sessionStorage.removeItem("alike.session"));
  await label("wishes", "Only people in my country").check();
  await state("signed-out");
  await page.getByRole("link", { name: "Sign in" }).last().click();
  await page.waitForURL("**/sign-in.html?to=profile.html");
  // What was kept is saved as soon as the page is there again.
  await saving(() => signInByMail(page, email));
  assert.equal((await stored()).wishes.country, true);
});

test("nothing went wrong behind the scenes", () => assert.deepEqual(real(page), []));
