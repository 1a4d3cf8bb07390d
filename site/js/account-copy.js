/** Everything about oneself as a file. */
import { file } from "./api.js";
import { element, findAll, find } from "./dom.js";

const KINDS = {
  json: { accept: "application/json", name: "alike.json" },
  fhir: { accept: "application/fhir+json", name: "alike-fhir.json" },
};

function save(blob, name) {
  const href = URL.createObjectURL(blob);
  element("a", { href, download: name }).click();
  // The browser reads it a little later.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

export function offerCopies() {
  const state = find("#copy-state");
  for (const button of findAll("[data-copy]"))
    button.addEventListener("click", async () => {
      const { accept, name } = KINDS[button.dataset.copy];
      state.textContent = "One moment …";
      try {
        save(await file("/me/export", { member: true, accept }), name);
        state.textContent = `It is saved as ${name}.`;
      } catch (error) {
        state.textContent = error.message;
      }
    });
}
