// Files can be dropped on the form; while they are copied, a line says how far.
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
  request.addEventListener("load", () => location.assign(request.responseURL));
  request.addEventListener("error", () => {
    sending.hidden = true;
  });
  request.open("POST", form.action);
  request.send(new FormData(form));
}
