// Editing in place: show what was refused, bring the focus to what changed, and lose no typed text on the way.
(() => {
  "use strict";

  const words = document.getElementById("announcement");

  document.addEventListener("htmx:beforeRequest", (event) => {
    const { boosted, target, elt } = event.detail;
    const typed = boosted && target.querySelector("form[data-dirty]");
    if (typed && typed !== elt && !confirm(words.dataset.leave)) event.preventDefault();
  });

  // A refusal is the form again, with the text in it and what to do about it.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (![409, 422].includes(event.detail.xhr.status)) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    const { boosted, requestConfig, xhr } = event.detail;
    const place = event.target;
    if (!boosted || place.querySelector("[autofocus]")) return;
    const { elt, verb } = requestConfig;
    const asked = elt.closest("[hx-target]")?.getAttribute("hx-target");
    const wanted = xhr.getResponseHeader("HX-Reselect")?.split(",")[0] ?? asked;
    if (!wanted || !place.matches(wanted)) return;
    if (verb === "post" && xhr.status === 200 && words) words.textContent = words.dataset.saved;
    if (place.contains(document.activeElement)) return;
    const field = place.matches(".editing") && place.querySelector("form [name]:not([type=hidden])");
    const part = elt.closest("[id]");
    const same = part && place.querySelector(`#${CSS.escape(part.id)}`);
    const goal = field || same || place;
    if (!field) goal.tabIndex = -1;
    // What is higher than the window would be scrolled to its end.
    goal.focus({ preventScroll: goal.offsetHeight > innerHeight });
  });

  function failed(event) {
    const { elt } = event.detail;
    if (!event.detail.boosted) return;
    const form = elt.closest("form[data-guard]");
    if (!form) return void (location.href = elt.href ?? location.href);
    form.dataset.dirty = "";
    form.querySelector("[data-failed]").hidden = false;
  }
  ["htmx:sendError", "htmx:timeout", "htmx:responseError"].forEach((name) => document.addEventListener(name, failed));
})();
