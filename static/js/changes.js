// On a page of differences j and k lead to the next and the previous change. Never while somebody types, and not where
// single keys are turned off.
(function () {
  "use strict";

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !isOn() || isTyping(event.target)) return;
    var change = event.key === "j" ? step(1) : event.key === "k" ? step(-1) : null;
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

  function isOn() {
    try { return localStorage.getItem("shortcuts") !== "off"; } catch (error) { return true; }
  }

  function isTyping(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }
})();
