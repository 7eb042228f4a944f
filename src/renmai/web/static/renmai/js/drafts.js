// Drafts can be edited in place; opening mail copies what stands there and carries it along.
export function startDrafts() {
  prepare();
  document.addEventListener("renmai:page", prepare);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-draft]");
    const draft = link && document.getElementById(link.dataset.draft);
    if (!draft) return;
    const text = draft.innerText;
    navigator.clipboard?.writeText(text).catch(() => {});
    const [address, query] = link.getAttribute("href").split("?");
    const subject = query.split("&").find((part) => part.startsWith("subject="));
    link.href = `${address}?${subject ?? "subject="}&body=${encodeURIComponent(text)}`;
  });
}

function prepare() {
  for (const draft of document.querySelectorAll(".draft-text[id]")) {
    draft.contentEditable = "plaintext-only";
    draft.spellcheck = false;
    draft.setAttribute("role", "textbox");
    draft.setAttribute("aria-multiline", "true");
  }
}
