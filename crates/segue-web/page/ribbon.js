// The call as a thin ribbon. Without colour, the height tells: business is low, private talk is high.

import { svg } from "./dom.js";
import { t } from "./words.js";

const HEIGHT = { business: 5, framing: 3, smalltalk: 10, personal: 14 };
const FLOOR = 16;

// Draws stretches of talk over `length` seconds; `planned` is marked if the call went past it.
export function ribbon(stretches, length, planned, label) {
  const width = Math.max(length, 1);
  const bars = stretches.map(({ start, end, label: kind }) =>
    svg("rect", { class: kind, x: start, y: FLOOR - HEIGHT[kind], width: Math.max(end - start, width / 500), height: HEIGHT[kind] },
      svg("title", {}, t(kind))));
  return svg("svg", { class: "ribbon", viewBox: `0 0 ${width} ${FLOOR}`, preserveAspectRatio: "none", role: "img", "aria-label": label },
    svg("rect", { class: "floor", x: 0, y: FLOOR - 1, width, height: 1 }), bars,
    planned && planned < width ? svg("rect", { class: "planned", x: planned, y: 0, width: width / 400, height: FLOOR }) : null);
}

// Seconds of small talk and personal talk.
export const privately = (stretches) =>
  stretches.filter(({ label }) => label === "smalltalk" || label === "personal").reduce((sum, { start, end }) => sum + end - start, 0);
