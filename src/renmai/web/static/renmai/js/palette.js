// The palette: a dialog that finds people and pages; arrows choose, Enter opens.
export function startPalette() {
  const dialog = document.getElementById("palette");
  const input = document.getElementById("palette-q");
  if (!dialog) return;
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-opens=palette]")) openPalette();
    const option = event.target.closest("#palette-list [data-href]");
    if (option) location.assign(option.dataset.href);
    if (event.target === dialog) dialog.close();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      dialog.close();
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  input.form.addEventListener("submit", (event) => {
    const chosen = current();
    if (!chosen) return;
    event.preventDefault();
    location.assign(chosen.dataset.href);
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.closest?.("#palette")) mark(options()[0]);
  });
}

export function openPalette() {
  const dialog = document.getElementById("palette");
  const input = document.getElementById("palette-q");
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  window.htmx?.trigger(input, "look");
}

function options() {
  return [...document.querySelectorAll("#palette-list [data-href]")];
}

function current() {
  return document.querySelector("#palette-list [aria-selected=true]");
}

function choose(step) {
  const all = options();
  const place = all.indexOf(current());
  mark(all[(place + step + all.length) % all.length]);
}

function mark(option) {
  const input = document.getElementById("palette-q");
  current()?.setAttribute("aria-selected", "false");
  if (!option) {
    input.removeAttribute("aria-activedescendant");
    return;
  }
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", option.id);
}
