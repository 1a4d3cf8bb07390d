/** A guide in other languages and levels, with who reviewed which part, and what machines read. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ALS, assertWellMade, DESKTOP, launch, visit } from "./browser.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** A visitor for whom the API's answer about the guide is changed first. */
async function visitChanged(change, options) {
  const page = await visit(browser, options);
  await page.route(/\/conditions\/amyotrophic-lateral-sclerosis(\?|$)/, async (route) => {
    const response = await route.fetch();
    if (route.request().headers().accept !== "application/json") return route.fulfill({ response });
    const json = await response.json();
    change(json);
    await route.fulfill({ response, json });
  });
  return page;
}

test("the reading level changes in place, is announced and remembered", async () => {
  const page = await visit(browser, { viewport: DESKTOP });
  await page.goto(ALS);
  const overview = page.locator("#overview .text");
  const standard = await overview.textContent();
  await page.getByRole("button", { name: "Plain words" }).click();
  await page.getByText("Now shown: Plain words").waitFor();
  assert.notEqual(await overview.textContent(), standard);
  assert.equal(
    await page.getByRole("button", { name: "Plain words" }).getAttribute("aria-pressed"),
    "true",
  );
  assert.match(page.url(), /level=plain/);
  await page.goto(ALS);
  await page.locator("#overview").waitFor();
  assert.notEqual(await overview.textContent(), standard);
  await page.getByRole("button", { name: "Standard" }).click();
  await page.getByText("Now shown: Standard").waitFor();
  assert.equal(await overview.textContent(), standard);
  assert.deepEqual(page.problems, []);
});

test("the guide and the words around it are Spanish in Spanish", async () => {
  const page = await visit(browser, { viewport: DESKTOP });
  await page.goto(ALS);
  await page.getByRole("link", { name: "Español" }).click();
  await page.getByRole("heading", { level: 1, name: /Esclerosis/i }).waitFor();
  assert.equal(await page.getAttribute("html", "lang"), "es");
  await page.getByRole("heading", { name: "Últimas conversaciones" }).waitFor();
  await page.getByRole("heading", { name: /^\d+ Alikes con / }).waitFor();
  await page.getByRole("link", { name: "Unirse gratis" }).waitFor();
  await page
    .getByText(/Última revisión: .* de 20\d\d/)
    .first()
    .waitFor();
  for (const english of [
    "Latest discussions",
    "Join free",
    "On this page",
    "Last reviewed",
    "Sources",
  ])
    assert.equal(await page.getByText(english, { exact: true }).count(), 0, english);
  assert.match(await page.getAttribute("link[rel=canonical]", "href"), /lang=es$/);
  await assertWellMade(page);
  await page.goto(ALS);
  await page.getByRole("heading", { level: 1, name: /Esclerosis/i }).waitFor();
  await page.getByRole("link", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Amyotrophic" }).waitFor();
  assert.deepEqual(page.problems, []);
});

test("a browser that prefers Spanish gets Spanish by itself", async () => {
  const page = await visit(browser, { locale: "es-MX" });
  await page.goto(ALS);
  await page.getByRole("heading", { level: 1, name: /Esclerosis/i }).waitFor();
  assert.equal(await page.getAttribute("html", "lang"), "es");
});

test("a part that is not there in a language says so and is read out in its own", async () => {
  const page = await visitChanged((guide) => {
    const other = {
      heading: "What causes it?",
      html: "<p>English</p>",
      lang: "en",
      fallback: true,
    };
    Object.assign(
      guide.sections.find(({ id }) => id === "causes"),
      other,
    );
  });
  await page.goto(`${ALS}&lang=es`);
  const causes = page.locator("#causes");
  await causes
    .getByText("Esta parte todavía no está disponible en español. Se muestra en inglés.")
    .waitFor();
  assert.equal(await causes.locator("h2").getAttribute("lang"), "en");
  assert.equal(await causes.locator(".text").getAttribute("lang"), "en");
  assert.equal(await causes.locator(".note").getAttribute("lang"), null);
  await assertWellMade(page);
});

test("a guide that is not there in a language says so", async () => {
  const page = await visit(browser);
  await page.goto(`${ALS}&lang=fr`);
  await page
    .getByText("This guide is not available in French yet. It is shown in English.")
    .waitFor();
  assert.equal(await page.getAttribute("html", "lang"), "en");
});

test("that a guide is not there in Spanish is said in Spanish", async () => {
  const page = await visitChanged((guide) =>
    Object.assign(guide, { lang: "en", languages: ["en"] }),
  );
  await page.goto(`${ALS}&lang=es`);
  const note = page.getByText(
    "Esta guía todavía no está disponible en español. Se muestra en inglés.",
  );
  await note.waitFor();
  assert.equal(await note.getAttribute("lang"), "es");
  assert.equal(await page.getAttribute("html", "lang"), "en");
});

test("a part whose review is due says so by itself, however old the answer is", async () => {
  const page = await visitChanged((guide) => {
    const { editorial } = guide.sections.find(({ id }) => id === "treatments");
    editorial.nextReview = guide.editorial.nextReview = "2026-01-15";
    delete editorial.overdue;
  });
  await page.goto(ALS);
  await page.locator("#treatments").getByText("was due for review on January 15, 2026").waitFor();
  await page.locator("#notes").getByText("was due for review on January 15, 2026").waitFor();
  assert.equal(await page.locator("#symptoms .due").count(), 0);
  await assertWellMade(page);
});

test("each part names its reviewer, its dates and its sources; signs and treatments are listed", async () => {
  const page = await visit(browser);
  await page.goto(ALS);
  const evidence = page.locator("#treatments .evidence");
  await evidence.getByText(/Last reviewed .* by .*\. Next review due .*\. Sources: /).waitFor();
  assert.ok((await evidence.getByRole("link").count()) > 0);
  assert.ok((await page.locator("#symptoms .chips li").count()) > 2);
  assert.ok((await page.locator("#treatments .chips li").count()) > 1);
});

test("help is one step away, and the contents mark where one is", async () => {
  const page = await visit(browser, { viewport: DESKTOP, reducedMotion: "reduce" });
  await page.goto(ALS);
  await page.locator("#urgent").getByRole("link", { name: "When to get help now" }).click();
  await page.waitForFunction(() => {
    const { top } = document.querySelector("#urgent-help").getBoundingClientRect();
    return top >= 0 && top < innerHeight / 3;
  });
  const current = page.locator("#contents [aria-current=location]");
  await page.waitForFunction(() => document.querySelector("#contents [aria-current]"));
  assert.equal(await current.textContent(), "When to get help now");
  await page.locator("#contents").getByRole("link", { name: "Signs and symptoms" }).click();
  await page.waitForFunction(
    () => document.querySelector("#contents [aria-current]")?.hash === "#symptoms",
  );
});

test("what machines read is there", async () => {
  const page = await visit(browser);
  await page.goto(`${ALS}&level=plain`);
  await page.locator("#data").waitFor({ state: "attached" });
  const content = (property) => page.getAttribute(`meta[property="${property}"]`, "content");
  assert.equal(await content("og:title"), "Amyotrophic Lateral Sclerosis (ALS)");
  assert.equal(await content("og:type"), "article");
  assert.equal(await content("og:url"), await page.getAttribute("link[rel=canonical]", "href"));
  assert.equal(
    await content("og:description"),
    await page.getAttribute("meta[name=description]", "content"),
  );
  assert.match(await page.getAttribute("link[hreflang=es]", "href"), /&lang=es$/);
  assert.match(await page.getAttribute("link[hreflang=x-default]", "href"), /sclerosis$/);
});

test("what the API says goes in as text, whatever it is", async () => {
  const bad = '<img src="x" onerror="window.hurt = true">';
  const page = await visitChanged((guide) => {
    guide.summary = bad;
    guide.label = bad;
    guide.alsoKnownAs = [bad];
    guide.symptoms = [{ id: "x", name: bad }];
    guide.sections[0].heading = bad;
    guide.sections[0].editorial.reviewedBy = bad;
    guide.sections[0].editorial.sources = [
      { title: bad, url: "javascript:alert(1)", publisher: bad },
    ];
  });
  await page.goto(ALS);
  await page.getByRole("heading", { level: 1, name: bad }).waitFor();
  assert.equal(await page.locator("main img, a[href^=javascript]").count(), 0);
  assert.equal(await page.evaluate(() => window.hurt), undefined);
});
