// Let the text that has come since the last look run in as it is written, instead of all at once.
(function () {
  "use strict";

  var LASTS_MS = 1900;  // a little less than the next look is away
  var still = window.matchMedia("(prefers-reduced-motion: reduce)");
  var seen = {}, running = 0;
  var place = null;  // how far from the top somebody reads who has scrolled back; at the end, the end is followed

  function texts() {
    return Array.from(document.querySelectorAll("[data-live]"));
  }

  function remember() {
    seen = {};
    texts().forEach(function (element) { seen[element.dataset.live] = element.textContent; });
  }

  function below(sheet) {
    return sheet.scrollHeight - sheet.clientHeight;
  }

  document.addEventListener("scroll", function (event) {
    var sheet = event.target;
    if (sheet.id === "live") place = sheet.scrollTop < -8 ? below(sheet) + sheet.scrollTop : null;
  }, true);

  function stay() {
    var sheet = document.getElementById("live");
    if (sheet && place !== null) sheet.scrollTop = Math.min(0, place - below(sheet));
  }

  document.addEventListener("htmx:afterSettle", function () {
    var before = seen;
    remember();
    if (!Object.keys(seen).some(function (key) { return key in before; })) place = null;  // another document's turn
    window.cancelAnimationFrame(running);
    if (!still.matches) run(texts().map(function (element) {
      var whole = element.textContent, old = before[element.dataset.live] || "";
      return { element: element, whole: whole, from: whole.startsWith(old) ? old.length : 0 };
    }).filter(function (part) { return part.from < part.whole.length; }));
    stay();
  });

  function run(fresh) {
    var total = fresh.reduce(function (sum, part) { return sum + part.whole.length - part.from; }, 0);
    var began = performance.now();
    function frame(now) {
      var room = Math.ceil(total * Math.min(1, Math.max(0, now - began) / LASTS_MS));
      fresh.forEach(function (part) {
        var shown = Math.min(part.whole.length - part.from, room);
        room -= shown;
        part.element.hidden = !shown && !part.from;
        part.element.textContent = part.whole.slice(0, part.from + shown);
      });
      stay();
      if (now - began < LASTS_MS) running = window.requestAnimationFrame(frame);
    }
    if (total) frame(began);
  }

  remember();
})();
