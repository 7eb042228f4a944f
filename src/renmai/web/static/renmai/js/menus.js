// Menus are native details; Escape and a click elsewhere close them.
export function startMenus() {
  document.addEventListener("click", (event) => closeAllBut(event.target.closest(".menu")));
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" ? document.querySelector(".menu[open]") : null;
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

function closeAllBut(kept) {
  for (const menu of document.querySelectorAll(".menu[open]")) if (menu !== kept) menu.open = false;
}
