// Forms marked data-follow are sent without leaving the page: the answer's main part, rail and toast replace ours.
const PARTS = ["main", "rail", "toast"];

export function startForms() {
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-follow]");
    if (!form) return;
    event.preventDefault();
    follow(form, event.submitter);
  });
}

async function follow(form, submitter) {
  const entry = form.closest(".entry");
  const place = entry ? [...document.querySelectorAll(".entry")].indexOf(entry) : -1;
  entry?.classList.add("leaving");
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form, submitter), credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok || !page.getElementById("main")) {
    entry?.classList.remove("leaving");
    location.assign(answer.url);
    return;
  }
  for (const id of PARTS) document.getElementById(id)?.replaceWith(document.adoptNode(page.getElementById(id)));
  for (const element of document.querySelectorAll("#main .with-script")) element.hidden = false;
  history.replaceState(null, "", answer.url);
  window.htmx?.process(document.getElementById("main"));
  document.dispatchEvent(new CustomEvent("renmai:page", { detail: { place } }));
}
