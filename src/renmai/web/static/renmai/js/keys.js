// Keys: silent while somebody types; single ones can be switched off in Settings, ⌘K cannot.
import { openLine } from "./line.js";
import { openPalette } from "./palette.js";

const PLACES = { t: "/", p: "/people/", n: "/network/", c: "/cooperation/", s: "/sources/" };
const GO_MS = 1200;
let went = 0;

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openPalette();
      return;
    }
    if (document.body.classList.contains("no-keys") || event.metaKey || event.ctrlKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (act(event)) event.preventDefault();
  });
  document.addEventListener("renmai:page", (event) => {
    const all = items();
    const place = event.detail.place;
    if (place >= 0 && all.length) point(all[Math.min(place, all.length - 1)]);
  });
  document.addEventListener("focusin", (event) => {
    const item = event.target.closest(".entry, tr[data-row]");
    if (item && item !== cursor()) point(item, false);
  });
}

function isTyping(element) {
  return element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);
}

function items() {
  return [...document.querySelectorAll("#main .entry[id], #main tr[data-row]")];
}

function cursor() {
  return items().find((item) => item.matches("[aria-current=true], [data-cursor]"));
}

function point(item, moves = true) {
  for (const other of items()) {
    other.removeAttribute("aria-current");
    delete other.dataset.cursor;
  }
  if (item.matches("tr")) item.dataset.cursor = "";
  else item.setAttribute("aria-current", "true");
  if (!moves) return;
  (item.matches("tr") ? item.querySelector("a") : item).focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

function act(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (Date.now() - went < GO_MS && PLACES[key]) {
    location.assign(PLACES[key]);
    return true;
  }
  went = 0;
  const simple = {
    g: () => Boolean((went = Date.now())),
    "/": () => focusOn(document.querySelector("#main input[type=search]")) || (openPalette(), true),
    "?": () => (document.getElementById("keys").showModal(), true),
    n: openLine,
    z: undo,
    j: () => step(1),
    k: () => step(-1),
    e: () => press("done"),
    x: () => press("drop"),
    l: () => openLater(),
    t: () => focusOn(document.querySelector("#tier button[aria-pressed=true]")),
    d: () => focusOn(cursor()?.querySelector(".draft-text")),
    Enter: () => event.target.matches("a, button, summary") ? false : open(),
  };
  return simple[key]?.() ?? false;
}

function step(by) {
  const all = items();
  if (!all.length) return false;
  const place = all.indexOf(cursor());
  point(all[Math.max(0, Math.min(all.length - 1, place < 0 ? 0 : place + by))]);
  return true;
}

function press(name) {
  const button = cursor()?.querySelector(`[data-act=${name}]`);
  button?.click();
  return Boolean(button);
}

function openLater() {
  const menu = cursor()?.querySelector("[data-act=later]");
  if (!menu) return false;
  menu.open = true;
  menu.querySelector("button").focus();
  return true;
}

function open() {
  const item = cursor();
  const target = item?.querySelector("[data-act=first], a");
  target?.click();
  return Boolean(target);
}

function undo() {
  const button = document.querySelector("#toast [data-undo]");
  button?.click();
  return Boolean(button);
}

function focusOn(element) {
  element?.focus();
  element?.select?.();
  return Boolean(element);
}
