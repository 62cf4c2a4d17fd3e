// Ask before a page with typed text that is not saved yet is left in another way than by its form.
document.addEventListener("input", (event) => {
  event.target.form?.matches("[data-guard]") && event.target.form.setAttribute("data-dirty", "");
});
document.addEventListener("submit", (event) => event.target.removeAttribute("data-dirty"));
addEventListener("beforeunload", (event) => {
  if (document.querySelector("form[data-guard][data-dirty]")) event.preventDefault();
});
