// One line: a dialog with the box, opened by its key or by whatever is marked to open it, which may say with whom.
export function startLine() {
  const dialog = document.getElementById("line-dialog");
  if (!dialog) return;
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens=line]");
    if (opener) {
      event.preventDefault();
      openLine(opener.dataset);
    }
    if (event.target === dialog) dialog.close();
  });
}

export function openLine({ also = "", says = "" } = {}) {
  const dialog = document.getElementById("line-dialog");
  if (!dialog || dialog.open) return false;
  const companion = dialog.querySelector("[name=also]");
  companion.value = also;
  companion.disabled = !also;
  const said = dialog.querySelector("[data-says]");
  said.textContent = says;
  said.hidden = !says;
  dialog.showModal();
  document.getElementById("line-q").select();
  return true;
}
