// Mark in the list of contents where one is, and unfold what an address with # leads into.
(() => {
  "use strict";

  let waits = false;

  function mark() {
    waits = false;
    const links = [...document.querySelectorAll(".contents-list a")];
    const reached = links.filter((link) => {
      const place = document.getElementById(link.hash.slice(1));
      return place && place.getBoundingClientRect().top < window.innerHeight / 3;
    });
    links.forEach((link) => link.removeAttribute("aria-current"));
    reached.at(-1)?.setAttribute("aria-current", "true");
  }

  function unfold() {
    let place = document.getElementById(location.hash.slice(1));
    const target = place;
    while ((place = place?.parentElement?.closest("details:not([open])"))) place.open = true;
    target?.closest(".notes")?.setAttribute("open", "");
    if (target?.matches(".note")) target.scrollIntoView({ block: "center" });
  }

  addEventListener("scroll", () => {
    if (!waits) requestAnimationFrame(mark);
    waits = true;
  }, { passive: true });
  addEventListener("hashchange", unfold);
  document.addEventListener("htmx:afterSettle", mark);
  mark();
  unfold();
})();
