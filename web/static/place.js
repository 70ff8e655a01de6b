// The quote that the address names: every part of it marked, in view and in focus.

function here() {
  for (const old of document.querySelectorAll(".said.here")) old.classList.remove("here");
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!named?.matches(".said")) return;
  for (const part of document.querySelectorAll(".said")) {
    part.classList.toggle("here", part.dataset.quote === named.dataset.quote);
  }
  named.tabIndex = -1;
  named.focus({ preventScroll: true });
  named.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", here);
here();
