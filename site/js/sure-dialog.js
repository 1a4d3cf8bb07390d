/** A dialog that asks before something that is not easily undone. */
import { find } from "./dom.js";

/**
 * @param {HTMLDialogElement} dialog holds `[data-close]` and `[data-failure]`
 * @param {HTMLElement} opener
 * @param {HTMLElement} yes
 * @param {(dialog: HTMLDialogElement) => Promise<void>} act what fails is told in the dialog
 */
export function sureDialog(dialog, opener, yes, act) {
  const failure = find("[data-failure]", dialog);
  opener.addEventListener("click", () => {
    failure.textContent = "";
    dialog.showModal();
  });
  find("[data-close]", dialog).onclick = () => dialog.close();
  yes.onclick = async () => {
    failure.textContent = "";
    yes.setAttribute("aria-disabled", "true");
    try {
      await act(dialog);
      dialog.close();
    } catch (error) {
      failure.textContent = error.message;
    } finally {
      yes.removeAttribute("aria-disabled");
    }
  };
}
