// Files can be dropped on the form; while they are copied, a line says how far.
import { sayInToast } from "./toast.js";

export function startUploads() {
  const form = document.getElementById("drop");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("is-over");
    });
  }
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("is-over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}

function send(form) {
  const sending = document.getElementById("sending");
  const line = sending.querySelector("progress");
  const figure = sending.querySelector("output");
  const request = new XMLHttpRequest();
  sending.hidden = false;
  request.upload.addEventListener("progress", (event) => {
    line.value = event.total ? (100 * event.loaded) / event.total : 0;
    figure.textContent = `${Math.round(line.value)}%`;
  });
  request.addEventListener("load", () => {
    if (request.status < 400) location.assign(request.responseURL);
    else fail(new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main p"));
  });
  request.addEventListener("error", () => fail(form.querySelector("[data-unsent]")));
  function fail(words) {
    sending.hidden = true;
    sayInToast(words?.textContent ?? "");
  }
  request.open("POST", form.action);
  request.send(new FormData(form));
}
