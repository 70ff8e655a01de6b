// A button beside every citation that copies it.

import { element } from "./dom.js";

for (const field of document.querySelectorAll(".citation textarea")) {
  const button = element("button", { type: "button", class: "copy" }, "Copy with citation");
  const said = element("span", { role: "status", class: "small" });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = "Copied";
    } catch {
      field.closest("details")?.setAttribute("open", "");
      field.focus();
      field.select();
      said.textContent = "Press Ctrl+C to copy";
    }
  });
  const folded = field.closest("details");
  if (folded) folded.before(button, said);
  else field.after(button, said);
}
