// Buttons marked data-prints print the page.
export function startPrints() {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-prints]")) window.print();
  });
}
