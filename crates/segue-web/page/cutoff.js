// A call that was cut off, or whose debrief was left open: to be gone on with, ended where it broke off, or forgotten; one that cannot be read only that. What is gone for good is asked about.

import { clock, h, places, working } from "./dom.js";
import { t } from "./words.js";

export class CutOff {
  // `found` is what is known of it; `forget` forgets it.
  constructor({ act, forget, found }) {
    this.act = act;
    this.forget = forget;
    this.found = found;
    this.asks = false;
    this.element = h("section", { class: "card resume", "aria-labelledby": "cut-off" }, places(this, "div")("shown"));
    this.draw();
  }

  draw() {
    const { found: { client, seconds, over, readable }, asks } = this;
    const time = clock(Math.round(seconds));
    // A call that was ended is not cut off: its debrief was left open.
    const [title, named, nobody, open] = over
      ? ["debriefWaits", "debriefWith", "debriefNobody", "debriefOpen"]
      : ["resumeTitle", "resumeWith", "resumeNobody", "resume"];
    this.shown.draw(asks, () => [
      h("h2", { id: "cut-off" }, t(readable ? title : "unreadableTitle")),
      h("p", {}, !readable ? t("unreadable") : client ? t(named, { name: client, time }) : t(nobody, { time })),
      asks ? this.question() : h("p", { class: "row" },
        !readable ? null : h("button", { type: "button", class: "main", id: "resume", onclick: working(() => this.act({ do: "resume" })) }, t(open)),
        over || !readable ? null : h("button", { type: "button", id: "settle", onclick: working(() => this.act({ do: "settle" })) }, t("settle")),
        h("button", { type: "button", id: "discard", onclick: () => this.ask(true) }, t("discard"))),
    ]);
  }

  question() {
    return [
      h("p", { id: "discard-question" }, t("discardSure")),
      h("p", { class: "row", role: "group", "aria-labelledby": "discard-question" },
        h("button", { type: "button", class: "sure", id: "discard-yes", onclick: working(() => this.forget()) }, t("discardYes")),
        h("button", { type: "button", id: "discard-no", onclick: () => this.ask(false) }, t("discardNo"))),
    ];
  }

  ask(asks) {
    this.asks = asks;
    this.draw();
    document.getElementById(asks ? "discard-no" : "discard")?.focus();
  }
}
