/** The schema.org data of every guide: of the right types, and the same on the site's page. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { launch, visit } from "./browser.mjs";
import { linkedData, readings } from "./pages.mjs";

const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const run = promisify(execFile);
const all = await readings();
let browser;
let folder;

before(async () => {
  browser = await launch();
  // Beside node_modules, so that the compiler finds the types.
  folder = await mkdtemp(fileURLToPath(new URL(".schema-", import.meta.url)));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

test("every guide's data has schema.org's types", async () => {
  assert.ok(all.length >= 10, `${all.length} guides`);
  const names = [];
  for (const one of all) {
    const data = JSON.stringify(await linkedData(one), null, 2);
    const name = `${folder}/${one.slug}.${one.lang}.ts`;
    const code = `import type { MedicalWebPage, WithContext } from "schema-dts";\n`;
    await writeFile(name, `${code}export const page: WithContext<MedicalWebPage> = ${data};\n`);
    names.push(name);
  }
  const options = ["--strict", "--noEmit", "--skipLibCheck", "--module", "nodenext"];
  const { stdout } = await run(process.execPath, [compiler, ...options, ...names]).catch(
    (failure) => failure,
  );
  assert.equal(stdout, "");
});

test("what the site embeds is what the API answers", async () => {
  const page = await visit(browser);
  for (const one of all) {
    await page.goto(`/condition.html?c=${one.slug}&lang=${one.lang}`);
    const block = page.locator('script[type="application/ld+json"]');
    await block.waitFor({ state: "attached" });
    assert.deepEqual(JSON.parse(await block.textContent()), await linkedData(one));
    assert.equal(
      await page.getAttribute("link[rel=canonical]", "href"),
      page.url().replace("&lang=en", ""),
    );
  }
  assert.deepEqual(page.problems, []);
});
