// The last departure from the plan: its reason, once, and the note to the client.

import { reader } from "./api.js";
import { clock, day, h, places, say } from "./dom.js";
import { choice, letter, line } from "./fields.js";
import { go } from "./route.js";
import { REASONS, t } from "./words.js";

export class DepartureView {
  constructor({ act, client }) {
    this.act = act;
    this.client = client;
    this.read = reader();
    const place = places(this, "div");
    this.done = h("span", { role: "status", id: "noted" });
    this.sent = h("button", { type: "button", id: "sent", onclick: () => this.give({ sent: true }, t("noteSentDone")) }, t("noteSent"));
    this.form = h("form", { onsubmit: (event) => event.preventDefault(), oninput: () => this.fetch() }, h("div", { class: "two" },
      choice("length", t("noteLength"), [["mail", t("asMail")], ["chat", t("asChat")]], "mail"),
      choice("tone", t("tone"), [["warm", t("warm")], ["neutral", t("neutral")], ["direct", t("direct")]], client.tone),
      line("me", t("myName"), "", { hint: t("myNameHint"), autocomplete: "name" })));
    this.element = h("div", { class: "note" },
      h("p", { class: "eyebrow" }, client.name), h("h1", {}, t("noteTitle")), place("head", { class: "card departure" }), this.form, place("shown", { id: "note", "aria-live": "polite" }),
      h("p", { class: "row" },
        this.sent,
        h("button", { type: "button", id: "to-client", onclick: () => go("client", client.name) }, t("backTo", { name: client.name })), this.done));
    this.fetch();
  }

  // It asks by itself for what it shows.
  update() {}

  // The same page in another language.
  carried() {
    this.fetch();
  }

  async give(more, done) {
    this.given = this.act({ do: "explain", client: this.client.name, ...more });
    if (await this.given) {
      await this.fetch();
      say(this.done, done);
    }
  }

  // A reason that was typed right before counts.
  async fresh() {
    await this.given;
    await this.fetch();
  }

  fetch() {
    const get = (id) => this.form.querySelector(`#${id}`).value.trim();
    const asked = { client: this.client.name, length: get("length"), tone: get("tone"), me: get("me") };
    return this.read(`/api/departure?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value))}`, (found) => this.show(found));
  }

  show(found) {
    this.form.hidden = this.sent.hidden = !found;
    const { text, ...departure } = found ?? {};
    this.head.draw(found && departure, () => (found ? this.departure(departure) : h("p", {}, t("noDeparture"))));
    this.shown.draw(text, () => found && letter("note-text", t("noteText"), text, t("copy"), t("copied"), () => this.fresh()));
  }

  departure({ kind, seconds, day: date, reason, usual, theirs }) {
    const own = () => document.getElementById("own-reason").value;
    return [
      h("h2", {}, `${day(date)} · ${t(`exc_${kind}`, { time: clock(Math.round(seconds)) })}`, theirs ? ` · ${t("reason_theirs")}` : ""),
      theirs ? h("p", {}, t("theirsDoesNotCount")) : null,
      h("p", { class: "row" }, REASONS.map((name) => h("button", { type: "button", id: `reason-${name}`, "aria-pressed": String(usual === name), onclick: () => this.give({ reason: usual === name ? "" : name }, t("saved")) }, t(`reason_${name}`))),
        h("button", { type: "button", id: "reason-theirs", "aria-pressed": String(theirs), onclick: () => this.give({ reason: own(), theirs: !theirs }, t("saved")) }, t("reason_theirs")),
        h("input", { id: "own-reason", value: reason, "aria-label": `${t("reason")}, ${t("ownReason")}`, placeholder: t("ownReason"), autocomplete: "off",
          onchange: () => this.give({ reason: own() }, t("saved")) }))];
  }
}
