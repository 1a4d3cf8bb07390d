/** A dialog that asks before something that is not easily undone. */
import { find } from "./dom.js";

/**
 * @param {HTMLDialogElement} dialog holds `[data-close]` and `[data-failure]`
 * @param {?HTMLElement} opener null when there are several
 * @param {HTMLElement} yes
 * @param {(dialog: HTMLDialogElement) => Promise<void>} act what fails is told in the dialog
 * @returns {() => void} opens it
 */
export function sureDialog(dialog, opener, yes, act) {
  const failure = find("[data-failure]", dialog);
  const open = () => {
    failure.textContent = "";
    dialog.showModal();
  };
  opener?.addEventListener("click", open);
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
  return open;
}
