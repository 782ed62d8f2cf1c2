(() => {
  const detail = document.getElementById("moment");
  const marks = [...document.querySelectorAll(".timeline [data-at]")];
  if (!detail || !marks.length) return;
  const blocks = marks.filter((m) => m.classList.contains("block")).sort((a, b) => a.dataset.at - b.dataset.at);
  const cues = marks.filter((m) => m.classList.contains("cue"));
  const show = (mark) => { detail.textContent = mark.getAttribute("aria-label"); };
  const go = (mark) => {
    if (!mark) return;
    marks.forEach((m) => m.setAttribute("tabindex", "-1"));
    mark.setAttribute("tabindex", "0");
    mark.focus();
  };
  const open = (mark) => {
    const line = document.getElementById("u" + mark.dataset.at);
    if (!line) return;
    line.closest("details").open = true;
    line.scrollIntoView({ block: "center" });
    line.setAttribute("tabindex", "-1");
    line.focus({ preventScroll: true });
  };
  for (const mark of marks) {
    mark.addEventListener("pointerenter", () => show(mark));
    mark.addEventListener("focus", () => show(mark));
    mark.addEventListener("click", () => go(mark));
    mark.addEventListener("dblclick", () => open(mark));
  }
  document.querySelector(".timeline").addEventListener("keydown", (event) => {
    const here = event.target.closest("[data-at]");
    if (!here) return;
    const list = here.classList.contains("cue") ? cues : blocks;
    const at = list.indexOf(here);
    const steps = { ArrowRight: list[at + 1], ArrowLeft: list[at - 1], Home: list[0], End: list[list.length - 1] };
    if (event.key === "ArrowDown") steps.ArrowDown = here.classList.contains("cue") ? here : cues.find((c) => +c.dataset.at >= +here.dataset.at) || cues[0];
    if (event.key === "ArrowUp") steps.ArrowUp = blocks.find((b) => +b.dataset.at >= +here.dataset.at) || blocks[0];
    if (event.key === "Enter") open(here);
    if (event.key in steps) { event.preventDefault(); go(steps[event.key]); }
  });
  for (const link of document.querySelectorAll("a.moment")) {
    link.addEventListener("click", () => {
      const line = document.getElementById(link.hash.slice(1));
      if (line) line.closest("details").open = true;
    });
  }
})();
