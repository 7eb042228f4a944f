// Buttons marked data-copies put what they name into the clipboard and say so.
import { sayInToast } from "./toast.js";

export function startCopies() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copies]");
    if (button) copy(button);
  });
}

async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copies);
    sayInToast(button.dataset.copied);
  } catch {
    sayInToast(button.dataset.copies);
  }
}
