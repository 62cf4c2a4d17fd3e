// Let a password be seen while it is typed: it is asked for once.
(function () {
  "use strict";

  document.querySelectorAll("[data-show-password]").forEach(function (button) {
    var field = document.getElementById(button.dataset.showPassword);
    button.hidden = false;
    button.addEventListener("click", function () {
      var shown = field.type === "text";
      field.type = shown ? "password" : "text";
      button.setAttribute("aria-pressed", String(!shown));
    });
    field.form.addEventListener("submit", function () { field.type = "password"; });
  });
})();
