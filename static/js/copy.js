// Copy the address that a button stands beside.
(function () {
  "use strict";

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var field = document.getElementById(button.dataset.copy);
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(field.value).then(function () {
        document.getElementById("announcement").textContent = button.textContent = button.dataset.done;
      });
      field.select();
    });
  });
})();
