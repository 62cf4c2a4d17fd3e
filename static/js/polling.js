// Keep polling polite: rest in a hidden tab, leave when the answer is another page, and say what changed once.
(function () {
  "use strict";

  document.addEventListener("htmx:beforeRequest", function (event) {
    if (document.hidden) event.preventDefault();
  });

  // Signed out in the meantime: the answer is the sign-in page. Show that instead of a piece of it.
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.boosted) return;
    var answered = new URL(event.detail.xhr.responseURL).pathname;
    if (answered !== window.location.pathname) {
      event.preventDefault();
      window.location.reload();
    }
  });

  // Only a sentence that is new is read out; what is swapped every two seconds is not a live region itself.
  var said = sentence();
  document.addEventListener("htmx:afterSettle", function () {
    var now = sentence();
    if (now !== said) document.getElementById("announcement").textContent = said = now;
  });

  function sentence() {
    var source = document.querySelector("[data-announce]");
    return source ? source.textContent.trim() : document.title;
  }
})();
