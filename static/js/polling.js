// Keep polling polite: rest in a hidden tab, leave when the answer is another page, and say what changed once.
(() => {
  "use strict";

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (document.hidden) event.preventDefault();
  });

  // Signed out: the answer is the sign-in page. Show that instead of a piece of it.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.boosted) return;
    if (new URL(event.detail.xhr.responseURL).pathname !== location.pathname) {
      event.preventDefault();
      location.reload();
    }
  });

  // Only a new sentence is read out; what is swapped is not a live region itself.
  let said = sentence();
  document.addEventListener("htmx:afterSettle", () => {
    if (said !== (said = sentence())) document.getElementById("announcement").textContent = said;
  });

  // Nothing new is not sent; times go on.
  setInterval(() => document.querySelectorAll("[data-seconds]").forEach((time) => {
    const all = ++time.dataset.seconds;
    time.textContent = time.dataset[all < 60 ? "under" : "over"].replace("%m", all / 60 | 0).replace("%s", all % 60);
  }), 1000);

  function sentence() {
    return document.querySelector("[data-announce]")?.textContent.trim() ?? document.title;
  }
})();
