// Let the text that has come since the last look run in word by word, as it is written, instead of all at once.
(function () {
  "use strict";

  var LASTS_MS = 1900;  // a little less than the next look is away
  var seen = {}, scrolled = 0, running = 0;
  var still = window.matchMedia("(prefers-reduced-motion: reduce)");

  function texts() {
    return Array.from(document.querySelectorAll("[data-live]"));
  }

  function sheet() {
    return document.getElementById("live");
  }

  function remember() {
    seen = {};
    texts().forEach(function (element) { seen[element.dataset.live] = element.textContent; });
  }

  document.addEventListener("htmx:beforeSwap", function () {
    scrolled = sheet() ? sheet().scrollTop : 0;
  });

  document.addEventListener("htmx:afterSettle", function () {
    // Whoever has scrolled back to read stays there; at the end, the end is followed.
    if (scrolled && sheet()) sheet().scrollTop = scrolled;
    var before = seen;
    remember();
    window.cancelAnimationFrame(running);
    if (still.matches) return;
    var fresh = texts().map(function (element) {
      var whole = element.textContent, old = before[element.dataset.live] || "";
      return { element: element, whole: whole, from: whole.startsWith(old) ? old.length : 0 };
    }).filter(function (part) { return part.from < part.whole.length; });
    run(fresh, fresh.reduce(function (sum, part) { return sum + part.whole.length - part.from; }, 0));
  });

  function run(fresh, total) {
    var began = performance.now();
    function frame(now) {
      var room = Math.ceil(total * Math.min(1, (now - began) / LASTS_MS));
      fresh.forEach(function (part) {
        var shown = Math.min(part.whole.length - part.from, room);
        room -= shown;
        part.element.hidden = !shown && !part.from;
        part.element.textContent = part.whole.slice(0, part.from + shown);
      });
      if (now - began < LASTS_MS) running = window.requestAnimationFrame(frame);
    }
    frame(began);
  }

  remember();
})();
