// Show the beginning of what a link leads to, on hover and on focus. Escape dismisses it; the pointer may rest on it.
(() => {
  "use strict";

  let link = null;
  let preview = null;
  let timer = 0;

  function hide() {
    clearTimeout(timer);
    if (preview) preview.hidden = true;
    // What htmx swaps in would inherit the place, as an inline style, which our policy forbids.
    preview?.removeAttribute("style");
    link?.removeAttribute("aria-describedby");
    link = preview = null;
  }

  function show(target) {
    if (target === link) return clearTimeout(timer);
    hide();
    const href = target.getAttribute("href");
    preview = [...document.querySelectorAll(".preview")].find((one) => one.dataset.for === href) ?? null;
    if (!preview) return;
    link = target;
    link.setAttribute("aria-describedby", preview.id);
    preview.hidden = false;
    place();
  }

  function place() {
    const at = link.getClientRects()[0];
    const room = document.documentElement.clientWidth - preview.offsetWidth - 8;
    const under = at.bottom + preview.offsetHeight + 8 < window.innerHeight;
    preview.style.left = `${Math.max(8, Math.min(at.left, room)) + window.scrollX}px`;
    preview.style.top = `${(under ? at.bottom + 4 : at.top - preview.offsetHeight - 4) + window.scrollY}px`;
  }

  function later(act, milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  }

  document.addEventListener("mouseover", (event) => {
    const over = event.target.closest("a.ref");
    if (over) later(() => show(over), over === link ? 0 : 250);
    else if (event.target.closest(".preview")) clearTimeout(timer);
    else later(hide, 250);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("a.ref:focus-visible")) show(event.target);
    else hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
