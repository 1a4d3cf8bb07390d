/** Webhooks before the verifier that Standard Webhooks publishes, and the mails around them. */
import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { after, before, mock, test } from "node:test";
import { Webhook } from "standardwebhooks";

const BASE = (process.env.ALIKE_URL ?? "http://localhost:3000").replace(/\/$/, "");
const RUN = `${Date.now()}`.slice(-8);
const FORM = `hooked-${RUN}`;
const NEWS = `news-${RUN}`;
const OWNER = `inbox-${RUN}@example.org`;
const SECRET_WORD = "Amyotrophic";

const calls = [];
let status = 200;
let receiver;
let hook;
let owner;
let secret;

async function call(method, path, body, headers = {}) {
  const answer = await fetch(BASE + path, {
    method,
    headers: { accept: "application/json", "content-type": "application/json", ...owner, ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    tag: answer.headers.get("etag"),
    json: text.startsWith("{") ? JSON.parse(text) : {},
    text,
  };
}

async function until(what, seconds = 20) {
  for (let i = 0; i < seconds * 10; i++) {
    const found = await what();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`This did not come: ${what}`);
}

async function submit(form, fields) {
  const answer = await call("POST", `/f/${form}`, fields);
  assert.equal(answer.status, 200, answer.text);
  return answer.json.submissionId;
}

const arrived = (id, times = 1, seconds = 20) =>
  until(() => {
    const of = calls.filter(({ headers }) => headers["webhook-id"].includes(id));
    return of.length >= times && of.at(-1);
  }, seconds);

async function mailsTo(address) {
  const { items } = await (await fetch(`${BASE}/_local/outbox?to=${encodeURIComponent(address)}`, {
    headers: { accept: "application/json" },
  })).json();
  return items;
}

/** As a browser without scripts: fetch would say by a header of its own that it is a script. */
function browse(method, url, body = "") {
  const headers = { accept: "text/html", "content-type": "application/x-www-form-urlencoded" };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, async (answer) => {
      const text = [];
      for await (const part of answer) text.push(part);
      resolve(Buffer.concat(text).toString("utf8"));
    });
    asked.on("error", reject).end(body);
  });
}

before(async () => {
  const token = await fetch(`${BASE}/_local/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "owner@alike.example" }),
  });
  owner = { authorization: `Bearer ${(await token.json()).access_token}` };
  receiver = createServer(async (request, response) => {
    const body = [];
    for await (const part of request) body.push(part);
    calls.push({ headers: request.headers, body: Buffer.concat(body).toString("utf8") });
    response.writeHead(status, { location: "/elsewhere" }).end("x".repeat(100_000));
  });
  await new Promise((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  hook = `http://127.0.0.1:${receiver.address().port}/hook`;

  const email = { type: "string", format: "email" };
  const made = await call("PUT", `/forms/${FORM}`, { title: "Hooked" }, { "if-none-match": "*" });
  assert.equal(made.status, 201, made.text);
  const news = {
    title: "Our news",
    purpose: "newsletter",
    schema: { type: "object", required: ["email"], properties: { email } },
  };
  assert.equal((await call("PUT", `/forms/${NEWS}`, news, { "if-none-match": "*" })).status, 201);
  for (const form of [FORM, NEWS]) {
    const settings = await call(
      "PUT",
      `/forms/${form}/delivery-settings`,
      { notify: [OWNER], webhooks: [{ url: hook }] },
      { "if-match": '"0"' },
    );
    assert.equal(settings.status, 200, settings.text);
    secret = form === FORM ? settings.json.webhooks[0] : secret;
  }
});

after(() => receiver?.close());

test("a message is accepted, and rejected once it was tampered with, is old or somebody else's", async () => {
  const text = `${SECRET_WORD} \u{1F44B}\r\n"quoted" \u2028`;
  const id = await submit(FORM, { message: text });
  const { headers, body } = await arrived(id);
  const verifier = new Webhook(secret.secret);

  const told = verifier.verify(body, headers);
  assert.equal(told.type, "submission.accepted");
  assert.deepEqual(told.data.fields, [{ name: "message", value: text }]);

  assert.throws(() => verifier.verify(body.replace(SECRET_WORD, "Nothing"), headers));
  assert.throws(() => verifier.verify(body, { ...headers, "webhook-id": "msg_other" }));
  const later = `${Number(headers["webhook-timestamp"]) + 1}`;
  assert.throws(() => verifier.verify(body, { ...headers, "webhook-timestamp": later }));
  assert.throws(() => verifier.verify(body, { ...headers, "webhook-signature": "v1,AAAA" }));
  const other = new Webhook(`whsec_${Buffer.alloc(32, 7).toString("base64")}`);
  assert.throws(() => other.verify(body, headers));

  const soon = Date.now() + 6 * 60 * 1000;
  const clock = mock.method(Date, "now", () => soon);
  assert.throws(() => verifier.verify(body, headers), /too old/);
  clock.mock.restore();
});

test("the owner's mail has a link and nothing of what was sent", async () => {
  const mails = await until(async () => {
    const some = await mailsTo(OWNER);
    return some.length > 0 && some;
  });
  assert.match(mails[0].text, new RegExp(`/inbox\\.html#${FORM}/[0-9a-f-]{36}`));
  assert.ok(!JSON.stringify(mails).includes(SECRET_WORD));
});

test("both secrets verify after a rotation, and are shown once", async () => {
  const turned = await call("POST", `/forms/${FORM}/webhooks/${secret.id}/secret`, {});
  assert.equal(turned.status, 200, turned.text);
  const { headers, body } = await arrived(await submit(FORM, { message: "after the rotation" }));

  new Webhook(secret.secret).verify(body, headers);
  new Webhook(turned.json.secret).verify(body, headers);
  const shown = await call("GET", `/forms/${FORM}/delivery-settings`);
  assert.ok(!shown.text.includes("whsec_"), shown.text);
});

test("a webhook that leads to a private address, or is no HTTPS elsewhere, is refused", async () => {
  const before = await call("GET", `/forms/${FORM}/delivery-settings`);
  for (const url of [
    "https://169.254.169.254/",
    "https://[::1]/",
    "https://2130706433/",
    "http://www.example.org/",
    "https://good@evil.example/",
  ]) {
    const refused = await call(
      "PUT",
      `/forms/${FORM}/delivery-settings`,
      { webhooks: [{ url }] },
      { "if-match": before.tag },
    );
    assert.equal(refused.status, 422, url);
  }
});

test("what is in quarantine is told nobody, and once when its owner lets it out", async () => {
  const id = await submit(FORM, { message: "cheap", _gotcha: "filled" });
  await arrived(await submit(FORM, { message: "the next one" }));
  const times = () => calls.filter(({ headers }) => headers["webhook-id"].includes(id)).length;
  assert.equal(times(), 0);

  for (const status of ["received", "quarantined", "received"]) {
    const seen = await call("GET", `/forms/${FORM}/submissions/${id}`);
    const path = `/forms/${FORM}/submissions/${id}`;
    const changed = await call("PATCH", path, { status }, { "if-match": seen.tag });
    assert.equal(changed.status, 200, changed.text);
    await arrived(id);
  }
  await arrived(await submit(FORM, { message: "the one after" }));
  assert.equal(times(), 1);
});

test("what can't arrive is a dead letter, which its owner lets go again", async () => {
  status = 410;
  const id = await submit(FORM, { message: "nobody home" });
  await arrived(id);
  const dead = await until(async () => {
    const { json } = await call("GET", `/forms/${FORM}/deliveries?state=dead`);
    return json.items.find(({ submission }) => submission === id);
  });
  const part = dead.parts.find(({ state }) => state === "dead");
  assert.equal(part.result, "410");

  status = 200;
  const again = await call("POST", `/forms/${FORM}/deliveries/${id}/${part.id}`);
  assert.equal(again.status, 202, again.text);
  const { headers, body } = await arrived(id, 2, 130);
  new Webhook(secret.secret).verify(body, headers);
  assert.equal(headers["webhook-id"], `msg_${id}`);
  await until(async () => {
    const { json } = await call("GET", `/forms/${FORM}/deliveries?state=dead`);
    return json.items.length === 0;
  });
});

test("a newsletter is told of once its reader has confirmed, without any script", async () => {
  const reader = `reader-${RUN}@example.org`;
  const id = await submit(NEWS, { email: reader });
  const [mail] = await until(async () => {
    const some = await mailsTo(reader);
    return some.length > 0 && some;
  });
  const link = mail.text.match(/http\S+\/subscriptions\/\S+/)[0];

  const page = await browse("GET", link);
  assert.match(page, /<form method="post">/);
  assert.ok(!calls.some(({ headers }) => headers["webhook-id"].includes(id)));
  assert.match(await browse("POST", link), /You get it/);
  assert.equal(JSON.parse((await arrived(id)).body).type, "subscription.confirmed");

  assert.match(await browse("POST", link, "_method=DELETE"), /You get it no longer/);
  assert.equal(JSON.parse((await arrived(`${id}_ended`)).body).type, "subscription.ended");
});
