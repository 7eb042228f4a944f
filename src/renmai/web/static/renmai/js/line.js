// One line: a dialog with the box, opened by its key or by whatever is marked to open it.
export function startLine() {
  const dialog = document.getElementById("line-dialog");
  if (!dialog) return;
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-opens=line]")) {
      event.preventDefault();
      openLine();
    }
    if (event.target === dialog) dialog.close();
  });
}

export function openLine() {
  const dialog = document.getElementById("line-dialog");
  if (!dialog || dialog.open) return false;
  dialog.showModal();
  document.getElementById("line-q").select();
  return true;
}
