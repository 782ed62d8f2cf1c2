// The announcement: four questions become a script in three lengths and a letter to send before.

import { reader } from "./api.js";
import { day, h, places, say } from "./dom.js";
import { choice, letter, line, number } from "./fields.js";
import { go } from "./route.js";
import { mark } from "./typed.js";
import { t } from "./words.js";

const LENGTHS = ["breath", "half", "minute"];
const QUESTIONS = [["why", ["none", "busy", "projects"]], ["change", ["chat-at-end", "work-only"]], ["welcome", ["hello", "none"]]];

export class AnnounceView {
  constructor({ act, client }) {
    this.act = act;
    this.client = client;
    this.read = reader();
    this.done = h("span", { role: "status", id: "kept" });
    this.length = "half";
    const place = places(this, "div");
    // What was answered before stands there again: whoever changes one thing keeps the rest.
    const before = client.announcement?.wishes ?? {};
    const [why, change, welcome] = QUESTIONS.map(([name, answers]) => question(name, answers, before[name]));
    this.form = h("form", { onsubmit: (event) => this.keep(event), oninput: () => this.preview() },
      why, change, number("minutes", t("announceMinutes"), before.minutes ?? client.minutes, { min: 1, max: 1440, step: 1 }), welcome,
      h("div", { class: "two" },
        choice("tone", t("tone"), [["warm", t("warm")], ["neutral", t("neutral")], ["direct", t("direct")]], before.tone ?? client.tone),
        line("me", t("myName"), before.me, { hint: t("myNameHint"), autocomplete: "name" })),
      place("shown", { id: "scripts", "aria-live": "polite" }),
      h("p", { class: "row go" }, h("button", { type: "submit", class: "main", id: "keep" }, t("announceKeep")), this.done));
    this.element = h("div", { class: "announce" },
      h("p", { class: "eyebrow" }, client.name), h("h1", {}, t("announce")), place("written", { "aria-live": "polite" }), this.form,
      h("p", {}, h("button", { type: "button", id: "to-client", onclick: () => go("client", client.name) }, t("backTo", { name: client.name }))));
    this.update(client);
    this.preview();
  }

  update(client) {
    this.client = client;
    this.written.draw(client.announcement, () => this.state());
  }

  // The same questions in another language.
  carried({ length }) {
    this.length = length;
    this.preview();
  }

  // What was written already, and whether it was said.
  state() {
    const { announcement, name } = this.client;
    if (!announcement) return null;
    if (announcement.announced) return h("p", {}, t("announcedOn", { date: day(announcement.announced) }));
    return h("section", { class: "card" }, h("h2", {}, t("announceWritten")), h("p", { class: "aloud" }, announcement.script),
      h("p", { class: "row" }, h("button", { type: "button", id: "said", onclick: () => this.act({ do: "announced", client: name }) }, t("key_announced"))));
  }

  answers() {
    const get = (id) => this.form.querySelector(`#${id}`).value.trim();
    const answer = (name) => {
      const chosen = this.form.querySelector(`[name=${name}]:checked`).value;
      return chosen === "own" ? get(`${name}-own`) : chosen;
    };
    return { why: answer("why"), change: answer("change"), welcome: answer("welcome"), minutes: Number(get("minutes")) || null, tone: get("tone"), me: get("me") };
  }

  preview() {
    const asked = Object.entries({ client: this.client.name, ...this.answers() }).filter(([, value]) => value);
    return this.read(`/api/announcement?${new URLSearchParams(asked)}`, (found) => found && this.show(found));
  }

  show(found) {
    const script = (length, index) => h("label", { class: "choice" },
      h("input", { type: "radio", name: "length", value: length, checked: length === this.length, onchange: () => { this.length = length; } }),
      h("span", {}, h("strong", {}, t(`length_${length}`)), h("span", { class: "aloud", lang: this.client.lang }, found.scripts[index])));
    this.shown.draw(found, () => [
      h("fieldset", {}, h("legend", {}, t("announceWhich")), LENGTHS.map(script)),
      letter("letter", t("announceLetter"), `${found.subject}\n\n${found.letter}`, t("copy"), t("copied"), () => this.preview())]);
  }

  async keep(event) {
    event.preventDefault();
    if (await this.act({ do: "announce", client: this.client.name, length: this.length, ...this.answers() })) say(document.getElementById("kept"), t("announceKept"));
  }
}

function question(name, answers, before) {
  const chosen = answers.includes(before) ? before : before ? "own" : answers[0];
  const own = h("input", { id: `${name}-own`, "aria-label": t(`ask_${name}_own`), placeholder: t(`ask_${name}_own`), autocomplete: "off",
    oninput: () => {
      const mine = own.closest("fieldset").querySelector("[value=own]");
      mine.checked = true;
      mark(mine, true);
    } });
  if (chosen === "own") own.value = before;
  return h("fieldset", {}, h("legend", {}, t(`ask_${name}`)),
    answers.map((answer) => h("label", { class: "choice" },
      h("input", { type: "radio", name, value: answer, checked: answer === chosen }), h("span", {}, t(`ask_${name}_${answer}`)))),
    h("label", { class: "choice" }, h("input", { type: "radio", name, value: "own", checked: chosen === "own" }), h("span", {}, t("ownWords"))), own);
}
