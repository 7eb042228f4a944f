// A toast stays eight seconds, and as long as a pointer or the focus rests on it.
const STAYS_MS = 8000;

export function startToast() {
  watch();
  document.addEventListener("renmai:page", watch);
}

export function sayInToast(words) {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.textContent = words;
  document.getElementById("toast").replaceChildren(toast);
  watch();
}

function watch() {
  const toast = document.querySelector("#toast > .toast");
  if (!toast) return;
  let timer = setTimeout(leave, STAYS_MS);
  function leave() {
    toast.remove();
  }
  function hold() {
    clearTimeout(timer);
  }
  function release() {
    hold();
    timer = setTimeout(leave, STAYS_MS);
  }
  for (const name of ["pointerenter", "focusin"]) toast.addEventListener(name, hold);
  for (const name of ["pointerleave", "focusout"]) toast.addEventListener(name, release);
}
