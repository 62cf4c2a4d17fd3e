// Insert a pointer where the cursor is; without this script, the server adds it at the end of the text.
(() => {
  "use strict";

  let last;
  document.addEventListener("focusout", (event) => {
    if (event.target.matches("textarea")) last = event.target;
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-insert]");
    if (!button) return;
    event.preventDefault();
    const { insert, into, ...fields } = Object.fromEntries([...button.form.elements].map((one) => [one.name, one]));
    const text = last?.form === button.form ? last : fields[into.value];
    const before = text.value.slice(0, text.selectionStart);
    text.setRangeText(`${/\S$/.test(before) ? " " : ""}[[${insert.value}]]`, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  });
})();
