// The last step: named before it is taken back, and asked about where it is more than one client's, or something was forgotten after it.

import { h, places, working } from "./dom.js";
import { t } from "./words.js";

export class Undoing {
  // `done` gets what was taken back, in a sentence.
  constructor({ act, step, done }) {
    this.act = act;
    this.step = step;
    this.done = done;
    this.asks = false;
    this.element = places(this, "div")("shown", { class: "undoing" });
    this.draw();
  }

  draw() {
    const { step, asks } = this;
    this.shown.draw([step, asks], () => {
      if (!step) return null;
      return asks ? this.question() : h("button", { type: "button", id: "undo", onclick: (event) => this.press(event) }, t("undo", { what: step.what }));
    });
  }

  question() {
    return h("section", { class: "card", "aria-labelledby": "undo-question" },
      h("p", { id: "undo-question" }, t(this.step.forgotten ? "undoForgotten" : "undoSure", { what: this.step.what })),
      h("p", { class: "row" },
        h("button", { type: "button", class: "sure", id: "undo-yes", onclick: working(() => this.take()) }, t("undoYes")),
        h("button", { type: "button", id: "undo-no", onclick: () => this.ask(false) }, t("undoNo"))));
  }

  press(event) {
    // The second click of two finds another step under its name.
    if (event.detail > 1) return null;
    return this.step.several || this.step.forgotten ? this.ask(true) : working(() => this.take())(event);
  }

  ask(asks) {
    this.asks = asks;
    this.draw();
    document.getElementById(asks ? "undo-no" : "undo")?.focus();
  }

  take() {
    return this.act({ do: "undo", of: this.step.at }, this.done);
  }
}
