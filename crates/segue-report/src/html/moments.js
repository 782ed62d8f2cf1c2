// The moment under the pointer or the keyboard's focus, told in one line below the timeline.
// Without this script the page says the same: blocks have titles, and the transcript has everything.
(() => {
  "use strict";
  const svg = document.getElementById("lanes");
  const line = document.getElementById("moment");
  const cursor = document.getElementById("cursor");
  const transcript = document.querySelector("#transcript details");
  if (!svg || !line || !cursor || !transcript) return;

  const said = Array.from(document.querySelectorAll("#said > li"), (row) => ({
    row,
    from: Number(row.dataset.from),
    to: Number(row.dataset.to),
    lane: Number(row.dataset.lane),
  }));
  const blocks = Array.from(svg.querySelectorAll("a.block"));
  const marks = Array.from(svg.querySelectorAll("a.mark")).sort((a, b) => a.dataset.at - b.dataset.at);
  const blockOf = [];
  for (const block of blocks) {
    for (let n = Number(block.dataset.first); n <= Number(block.dataset.last); n += 1) {
      if (said[n].lane === Number(block.dataset.lane)) blockOf[n] = block;
    }
  }
  if (!said.length || !blocks.length) return;

  let reachable = blocks[0];
  let here = null; // Utterance in view.
  let mark = null; // Drift or cue in view.
  const top = Number(svg.dataset.top);
  const height = Number(svg.dataset.lane);
  const inset = Number(cursor.getAttribute("y")) - top;
  line.firstElementChild.hidden = false;

  const part = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.textContent = text;
    return element;
  };
  const link = (href, text) => {
    const element = part("a", "", text);
    element.href = href;
    return element;
  };
  const textOf = (row, name) => row.querySelector(name)?.textContent ?? "";

  function reach(element, focus) {
    reachable.setAttribute("tabindex", "-1");
    element.setAttribute("tabindex", "0");
    reachable = element;
    if (focus) element.focus({ preventScroll: true });
  }

  function showUtterance(n, focus) {
    if (n !== here || mark) {
      here = n;
      mark = null;
      const { row, from, to, lane } = said[n];
      cursor.setAttribute("x", `${from}%`);
      cursor.setAttribute("width", `${Math.max(to - from, 0.4)}%`);
      cursor.setAttribute("y", String(top + lane * height + inset));
      cursor.classList.add("on");
      line.replaceChildren(
        link(`#u${n}`, textOf(row, ".when")), " ",
        part("b", "", textOf(row, ".who")), " ",
        part("i", "", textOf(row, ".label")), " ",
        part("span", "", textOf(row, ".words")),
      );
      line.firstChild.title = line.dataset.open;
    }
    reach(blockOf[n], focus);
  }

  function showMark(element, focus) {
    mark = element;
    cursor.classList.remove("on");
    line.replaceChildren(part("span", "", element.getAttribute("aria-label")));
    reach(element, focus);
  }

  /** The utterance nearest to a place on the axis (in percent), in one lane or in any. */
  function nearest(place, lane) {
    let best = 0;
    let least = Infinity;
    said.forEach((one, n) => {
      if (lane !== undefined && one.lane !== lane) return;
      const distance = Math.max(one.from - place, place - one.to, 0);
      if (distance < least) [best, least] = [n, distance];
    });
    return best;
  }

  function under(event) {
    const box = svg.getBoundingClientRect();
    const lane = Math.floor((event.clientY - box.top - top) / height);
    const lanes = Math.max(...said.map((one) => one.lane)) + 1;
    if (lane < 0 || lane >= lanes) return null;
    return nearest(((event.clientX - box.left) / box.width) * 100, lane);
  }

  function point(event, focus) {
    const over = event.target.closest("a.mark");
    if (over) return showMark(over, focus);
    const n = under(event);
    if (n !== null) showUtterance(n, focus);
  }

  const place = () => (mark ? Number(mark.dataset.at) : here === null ? 0 : said[here].from);

  function step(by) {
    if (mark) return showUtterance(nearest(Number(mark.dataset.at)), true);
    const next = here === null ? Number(reachable.dataset.first ?? 0) : here + by;
    showUtterance(Math.min(Math.max(next, 0), said.length - 1), true);
  }

  function jump(by) {
    if (!marks.length) return;
    let n = mark ? marks.indexOf(mark) + by : marks.findIndex((one) => Number(one.dataset.at) >= place());
    if (!mark && by < 0) n = (n < 0 ? marks.length : n) - 1;
    if (!mark && by > 0 && n < 0) return;
    if (n >= 0 && n < marks.length) showMark(marks[n], true);
  }

  const keys = {
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowDown: () => jump(1),
    ArrowUp: () => jump(-1),
    Home: () => showUtterance(0, true),
    End: () => showUtterance(said.length - 1, true),
  };

  // The line below says what the titles would, without waiting.
  for (const title of svg.querySelectorAll("a > title")) {
    title.parentNode.setAttribute("aria-label", title.textContent);
    title.remove();
  }
  svg.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse") point(event, false);
  });
  svg.addEventListener("click", (event) => {
    if (event.detail === 0) return; // Enter on a block follows its link.
    event.preventDefault();
    point(event, true);
  });
  svg.addEventListener("focusin", (event) => {
    const element = event.target.closest("a");
    if (!element || element === mark || (here !== null && !mark && blockOf[here] === element)) return;
    if (element.classList.contains("mark")) showMark(element, false);
    else showUtterance(Number(element.dataset.first), false);
  });
  svg.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  });

  // A link to an utterance opens the transcript it is in.
  const open = () => {
    if (/^#u\d+$/.test(location.hash)) {
      transcript.open = true;
      document.querySelector(location.hash)?.scrollIntoView({ block: "center" });
    }
  };
  document.addEventListener("click", (event) => {
    const to = event.target.closest?.('a[href^="#u"]');
    if (to && !event.defaultPrevented) transcript.open = true;
  });
  window.addEventListener("hashchange", open);
  open();
})();
