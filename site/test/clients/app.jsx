/** A website of somebody's own, with one form for each client, as their instructions say. */
import { useForm as useFormcarry } from "@formcarry/react";
import { initForm } from "@formspree/ajax";
import { createClient } from "@formspree/core";
import { useForm as useFormspree, ValidationError } from "@formspree/react";
import useWeb3Forms from "@web3forms/react";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Honeypot, NetlifyForm } from "react-netlify-forms";

const asked = new URLSearchParams(location.search);
const client = asked.get("client");
const form = asked.get("form");
const endpoint = asked.get("api");

function Fields() {
  return (
    <>
      <input name="email" aria-label="email" />
      <textarea name="message" aria-label="message" />
      <button type="submit">Send</button>
    </>
  );
}

function FormspreeReact() {
  const [state, submit] = useFormspree(form, { endpoint });
  if (state.succeeded) return <output>succeeded</output>;
  return (
    <form onSubmit={submit}>
      <Fields />
      <ValidationError errors={state.errors} field="email" id="email-error" />
      <ValidationError errors={state.errors} id="form-error" />
    </form>
  );
}

function Formcarry() {
  const { state, submit } = useFormcarry({ id: form, debug: false });
  if (state.submitted) return <output>succeeded</output>;
  return (
    <form onSubmit={submit}>
      <Fields />
      <p id="form-error">{state.error && (state.error.message ?? "failed")}</p>
      <p id="email-error">{state.error?.errors?.find((e) => e.field === "email")?.message}</p>
    </form>
  );
}

function Web3Forms() {
  const [said, say] = useState(["", ""]);
  const { submit } = useWeb3Forms({
    access_key: form,
    settings: { from_name: "A website", subject: "Hello" },
    onSuccess: (message) => say(["succeeded", message]),
    onError: (message, body) =>
      say(["", message, body.errors?.find((e) => e.field === "email")?.message]),
  });
  const send = (event) => {
    event.preventDefault();
    submit(Object.fromEntries(new FormData(event.currentTarget))).catch(() =>
      say(["", "failed"]),
    );
  };
  return (
    <form onSubmit={send}>
      <Fields />
      <output>{said[0]}</output>
      <p id="form-error">{said[0] ? "" : said[1]}</p>
      <p id="email-error">{said[2]}</p>
    </form>
  );
}

function Netlify() {
  return (
    <NetlifyForm name={form} honeypotName="bot-field">
      {({ handleChange, success, error }) => (
        <>
          <Honeypot />
          <input name="email" aria-label="email" onChange={handleChange} />
          <textarea name="message" aria-label="message" onChange={handleChange} />
          <button type="submit">Send</button>
          {success && <output>succeeded</output>}
          <p id="form-error">{error && "failed"}</p>
        </>
      )}
    </NetlifyForm>
  );
}

/** Without any framework: what the page has is all there is. */
function plain(html) {
  document.body.innerHTML = html;
}

function formspreeAjax() {
  plain(`<form><input name="email" aria-label="email" data-fs-field>
    <span id="email-error" data-fs-error="email"></span>
    <textarea name="message" aria-label="message"></textarea>
    <button type="submit" data-fs-submit-btn>Send</button></form>
    <output data-fs-success></output><p id="form-error" data-fs-error></p>`);
  initForm({ formElement: "form", formId: form, origin: endpoint });
}

function formspreeCore() {
  plain(`<form><input name="email" aria-label="email">
    <textarea name="message" aria-label="message"></textarea><button>Send</button></form>
    <output></output><p id="form-error"></p><p id="email-error"></p>`);
  const put = (id, text) => (document.getElementById(id).textContent = text);
  document.forms[0].addEventListener("submit", async (event) => {
    event.preventDefault();
    const data = Object.fromEntries(new FormData(event.target));
    const result = await createClient().submitForm(form, data, { endpoint });
    if (result.kind === "success") document.querySelector("output").textContent = "succeeded";
    else {
      put("form-error", result.getFormErrors().map((e) => `${e.code} ${e.message}`).join());
      put("email-error", result.getFieldErrors("email").map((e) => `${e.code} ${e.message}`).join());
    }
  });
}

/** As Basin's instructions have it, with fetch in jQuery's place: the address and ".json". */
function basin() {
  plain(`<form action="${endpoint}/f/${form}" method="POST"><input name="email" aria-label="email">
    <textarea name="message" aria-label="message"></textarea>
    <input type="hidden" name="_gotcha"><button>Send</button></form>
    <output></output><p id="form-error"></p><p id="email-error"></p>`);
  document.forms[0].addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch(`${event.target.action}.json`, {
      method: "POST",
      body: new URLSearchParams(new FormData(event.target)),
    }).catch(() => undefined);
    const said = (await answer?.json()) ?? { message: "failed" };
    if (said.success) document.querySelector("output").textContent = "succeeded";
    else document.getElementById("form-error").textContent = said.message;
    const wrong = said.errors?.find((error) => error.field === "email");
    document.getElementById("email-error").textContent = wrong?.message ?? "";
  });
}

/**
 * The request that Webflow's script makes for a form without an action, and what it shows after it:
 * labels encoded once by the script and again by jQuery, checkboxes as true and false.
 */
function webflow() {
  plain(`<div class="w-form"><form data-name="Email Form"><input data-name="email" aria-label="email">
    <textarea data-name="message" aria-label="message"></textarea><button>Send</button></form>
    <div class="w-form-done" hidden><output>succeeded</output></div>
    <div class="w-form-fail" hidden><p id="form-error">Oops! Something went wrong while submitting the form.</p></div></div>`);
  document.forms[0].addEventListener("submit", (event) => {
    event.preventDefault();
    const body = new URLSearchParams({
      name: "Email Form",
      pageId: "65f",
      elementId: "e1",
      source: location.href,
      test: "false",
      dolphin: "false",
    });
    for (const field of event.target.querySelectorAll("[data-name]"))
      body.append(`fields[${encodeURIComponent(field.dataset.name)}]`, field.value.trim());
    const request = new XMLHttpRequest();
    request.open("POST", `${endpoint}/api/v1/form/${form}`);
    request.setRequestHeader("Accept", "application/json, text/javascript, */*; q=0.01");
    request.responseType = "json";
    request.onloadend = () => {
      const done = request.response?.code === 200;
      document.querySelector(done ? ".w-form-done" : ".w-form-fail").hidden = false;
    };
    request.send(body);
  });
}

const components = { FormspreeReact, Formcarry, Web3Forms, Netlify };
const scripts = { formspreeAjax, formspreeCore, basin, webflow };
const Component = components[client];
if (Component) createRoot(document.body.appendChild(document.createElement("div"))).render(<Component />);
else scripts[client]();
