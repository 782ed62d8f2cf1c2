// Forgetting a client: what is gone for good is asked for by its name.

import { h } from "./dom.js";
import { line } from "./fields.js";
import { t } from "./words.js";

export class Forgetting {
  // `calls` is how many there are, or null where the card is gone already; `gone` is told once it is done; `place` tells
  // several of them on one page apart.
  constructor({ act, name, calls, gone, place = "" }) {
    this.name = name;
    this.button = h("button", { type: "submit", class: "sure", id: `forget${place}`, disabled: true }, t("forgetNow"));
    this.sure = `sure${place}`;
    this.element = h("details", { class: "card forgetting" }, h("summary", { id: `forgetting${place}` }, t("forget", { name })),
      h("form", { onsubmit: async (event) => {
        event.preventDefault();
        const sure = this.typed();
        if (this.isSame(sure) && await act({ do: "forget", client: name, sure })) gone();
      } }, h("p", {}, calls === null ? t("forgetRest", { name }) : t("forgetWhat", { name, calls })),
        line(this.sure, t("forgetSure", { name }), "", { oninput: () => this.check() }),
        h("p", { class: "row" }, this.button)));
  }

  typed() {
    return this.element.querySelector("input").value;
  }

  isSame(text) {
    return text.trim().toLowerCase() === this.name.toLowerCase();
  }

  // Nobody is forgotten by a slip.
  check() {
    this.button.disabled = !this.isSame(this.typed());
  }
}
