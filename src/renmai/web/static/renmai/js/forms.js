// Forms marked data-follow are sent without leaving the page: the answer's main part, rail and toast replace ours.
// A refused form comes back with the cursor in its first wrong field. Whatever is sent is busy until the answer
// is there, and is not sent twice.
import { sayInToast } from "./toast.js";

const REPLACED = ["main", "rail"];

export function startForms() {
  document.addEventListener("submit", stopSecond, true);
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-follow]");
    if (!form) return;
    event.preventDefault();
    follow(form, event.submitter);
  });
  window.addEventListener("submit", (event) => {
    if (!event.defaultPrevented && event.target.method === "post") event.target.ariaBusy = "true";
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[aria-busy]")) form.ariaBusy = null;
  });
  const zone = document.querySelector("select[data-zone]");
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && [...zone.options].some((option) => option.value === here)) zone.value = here;
}

function stopSecond(event) {
  if (event.target.ariaBusy !== "true") return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

async function follow(form, submitter) {
  const entry = form.closest(".entry");
  const place = entry ? [...document.querySelectorAll(".entry")].indexOf(entry) : -1;
  entry?.classList.add("leaving");
  form.ariaBusy = "true";
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, submitter) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok) show(page, answer.url, place);
    else sayInToast(page.querySelector("main p")?.textContent ?? "");
  } catch {
    location.reload();
  } finally {
    form.ariaBusy = null;
    entry?.classList.remove("leaving");
  }
}

function show(page, address, place) {
  const folds = [...document.querySelectorAll("#main details[id]")].map((fold) => [fold.id, fold.open]);
  for (const id of REPLACED) document.getElementById(id).replaceWith(document.adoptNode(page.getElementById(id)));
  document.getElementById("toast").replaceChildren(...page.getElementById("toast").childNodes);
  for (const element of document.querySelectorAll("#main .with-script")) element.hidden = false;
  document.title = page.title;
  history.replaceState(null, "", address);
  window.htmx?.process(document.getElementById("main"));
  for (const [id, isOpen] of folds) document.getElementById(id)?.toggleAttribute("open", isOpen);
  const wrong = document.querySelector("#main [autofocus]");
  for (let fold = wrong?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (wrong) wrong.focus();
  else if (place < 0) document.getElementById("main").focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent("renmai:page", { detail: { place } }));
}
