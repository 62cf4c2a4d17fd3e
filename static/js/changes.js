// On a page of differences j and k lead to the next and the previous change, where shortcuts.js lets single keys act.
(function () {
  "use strict";

  document.addEventListener("shortcut", function (event) {
    var change = event.detail === "j" ? step(1) : event.detail === "k" ? step(-1) : null;
    if (!change) return;
    event.preventDefault();
    change.tabIndex = -1;
    change.focus({ preventScroll: true });
    change.scrollIntoView({ block: "start" });
  });

  // From the change that has the focus, or from the top of the window where that was scrolled away.
  function step(by) {
    var changes = Array.from(document.querySelectorAll("[data-change]"));
    var here = changes.findIndex(function (one) { return one === document.activeElement && isInView(one); });
    if (here >= 0) return changes[here + by];
    var below = changes.findIndex(function (one) { return one.getBoundingClientRect().top >= 0; });
    if (below < 0) below = changes.length;
    return changes[by > 0 ? below : below - 1];
  }

  function isInView(one) {
    var box = one.getBoundingClientRect();
    return box.bottom > 0 && box.top < window.innerHeight;
  }
})();
