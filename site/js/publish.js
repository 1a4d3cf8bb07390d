/** The two questions before something happens that others see. */
import { find } from "./dom.js";

/** Asks for the note and the time; `publish` is told both, the time as ISO 8601 or undefined. */
export function askPublish(publish) {
  const dialog = find("#publish");
  const form = find("#publishing");
  const at = find("#at");
  const failure = find("#publish-failure");
  const later = () => new FormData(form).get("when") === "later";

  function show() {
    at.hidden = !later();
    find("#publish-now").textContent = later() ? "Schedule" : "Publish";
  }

  form.addEventListener("change", show);
  find("#ask-publish").onclick = () => {
    failure.textContent = "";
    show();
    dialog.showModal();
  };
  find("#not-yet").onclick = () => dialog.close();
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    const note = find("#note").value.trim();
    const when = new Date(at.value);
    let wrong = "";
    if (!note) wrong = "Write what changed, and why.";
    else if (later() && Number.isNaN(when.getTime())) wrong = "Set the day and the time.";
    else if (later() && when <= new Date()) wrong = "That time is over already.";
    failure.textContent = wrong;
    if (wrong) {
      event.preventDefault();
      return (note ? at : find("#note")).focus();
    }
    publish(note, later() ? when.toISOString() : undefined);
    find("#note").value = "";
  });
}

const QUESTIONS = {
  drop: ["Drop the draft?", "What is published stays as it is.", "Drop the draft"],
  withdraw: [
    "Withdraw the page?",
    "Readers will not find it any more. Its versions stay, and can be restored.",
    "Withdraw the page",
  ],
  restore: [
    "Restore this version?",
    "It becomes the draft, in the place of any other draft. Readers see it once it is published.",
    "Restore it",
  ],
};

/** Asks before something that is not easily undone. */
export function askSure(what, act) {
  const dialog = find("#sure");
  const [heading, words, yes] = QUESTIONS[what];
  find("#sure-heading").textContent = heading;
  find("#sure-words").textContent = words;
  find("#sure-yes").textContent = yes;
  find("#sure-no").onclick = () => dialog.close();
  find("#sure-yes").onclick = () => {
    dialog.close();
    act();
  };
  dialog.showModal();
}
