// Single keys that go somewhere. Never while somebody types, never with a modifier, and they can be turned off.
// Everything is looked up when a key is pressed: htmx may have replaced the page since.
(function () {
  "use strict";

  var pressedG = 0;

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!isOn() || isTyping(event.target) || document.querySelector("dialog[open]") || !dialog()) return;
    // A page may have a use of its own for the key.
    var own = new CustomEvent("shortcut", { cancelable: true, detail: event.key });
    if (!document.dispatchEvent(own)) return event.preventDefault();
    var act = actOf(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  });

  document.addEventListener("change", function (event) {
    if (!event.target.closest("[data-shortcuts-switch]")) return;
    try { localStorage.setItem("shortcuts", event.target.checked ? "on" : "off"); } catch (error) { /* Not remembered. */ }
    showSwitches();
  });
  document.addEventListener("htmx:historyRestore", showSwitches);
  showSwitches();

  function actOf(key) {
    var follows = Date.now() - pressedG < 1500;
    pressedG = key === "g" ? Date.now() : 0;
    if (follows && key === "p") return go(dialog().dataset.projects);
    if (key === "?") return open;
    if (key === "/") return search;
    if (key === "n") return go(dialog().dataset.new);
    if (key === "j" || key === "]") return follow("a[rel~=next]");
    if (key === "k" || key === "[") return follow("a[rel~=prev]");
    if (key >= "1" && key <= "9") return follow(documentLink(Number(key)));
    if (key === "e") return edit();
    return null;
  }

  function open() {
    showSwitches();
    dialog().showModal();
  }

  function search() {
    var field = document.querySelector("main input[type=search]") || document.getElementById("top-search");
    if (field && field.offsetParent) field.focus(); else window.location.assign(dialog().dataset.search);
  }

  function go(url) { return function () { window.location.assign(url); }; }

  // On a document's page the path leads there, on the project's page the row.
  function documentLink(number) {
    return ".path ol > li:nth-of-type(" + number + ") a, ol.rows > li:nth-of-type(" + number + ") h2 a";
  }

  function follow(selector) {
    var link = document.querySelector(selector);
    return link ? function () { link.click(); } : null;
  }

  // The section that has the focus, or else the one that stands across the upper third of the window.
  function edit() {
    var section = document.activeElement.closest(".section");
    section = section || Array.from(document.querySelectorAll(".section")).find(function (one) {
      return one.getBoundingClientRect().bottom > window.innerHeight / 3;
    });
    var link = section && section.querySelector("a[href*='/edit/']");
    return link ? function () { link.click(); } : null;
  }

  function showSwitches() {
    document.querySelectorAll("[data-shortcuts-switch]").forEach(function (label) {
      label.hidden = false;
      label.querySelector("input").checked = isOn();
    });
  }

  function isOn() {
    try { return localStorage.getItem("shortcuts") !== "off"; } catch (error) { return true; }
  }

  function isTyping(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  function dialog() { return document.getElementById("shortcuts"); }
})();
