// Ctrl+Enter, or Command+Enter, in a text sends its form as the first button would.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.matches("textarea")) return;
  event.preventDefault();
  event.target.form?.requestSubmit(event.target.form.querySelector("button:not([name])") ?? undefined);
});
