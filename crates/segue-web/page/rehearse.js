// Practice: somebody chatty on one side, my answers on the other, and what they were worth at the end. In writing, or
// by voice: their lines spoken by this computer, my answers heard as in a call and written down before they count.

import { onVoices, sayAloud, silence, voiceFor } from "./aloud.js";
import { figure, h, percent, places, say, turnTo, working } from "./dom.js";
import { hush, microphone, stop } from "./sound.js";
import { t } from "./words.js";

// Whether their lines are spoken: a choice for this visit, off at first.
let aloud = false;

export class RehearsalView {
  constructor({ act }) {
    this.act = act;
    this.said = 0;
    this.written = 0;
    this.talking = false;
    const place = places(this, "div");
    this.field = h("textarea", { id: "answer-text", rows: 2, onkeydown: (event) => this.key(event) });
    this.read = h("input", { type: "checkbox", id: "read-aloud", onchange: () => this.readAloud() });
    this.noVoice = h("small", { id: "no-voice", role: "status" });
    this.submit = h("button", { type: "submit", class: "main" }, t("sayIt"));
    this.form = h("form", { onsubmit: (event) => { event.preventDefault(); this.send(); } },
      h("p", {}, h("label", { for: "answer-text" }, t("yourAnswer")), this.field),
      place("microphone", { class: "mic" }),
      h("p", { class: "row" },
        this.submit,
        h("button", { type: "button", onclick: () => act({ do: "answer", text: "" }) }, t("whatWouldSegueSay")),
        h("button", { type: "button", class: "quiet", onclick: () => act({ do: "judge" }) }, t("endRehearsal"))),
      h("p", {}, h("label", { for: "read-aloud", class: "check" }, this.read, " ", t("readAloud")), " ", this.noVoice));
    this.element = h("div", { class: "rehearsal" },
      place("head"), place("talk", { class: "talk", role: "log", "aria-live": "polite", tabindex: 0, "aria-label": t("rehearsal") }),
      place("hint", { "aria-live": "polite" }), this.form, place("end"));
    onVoices(() => this.voices());
  }

  // The same rehearsal in another language of the page: their last line was said.
  takeOver({ said }) {
    this.said = said;
  }

  update(rehearsal, model) {
    const { name, about, agenda, set_by: setBy, said, hint, nothing, headline, progress, record } = rehearsal;
    this.rehearsal = rehearsal;
    const news = said.length > this.said ? said.at(-1) : null;
    this.said = said.length;
    this.head.draw([name, headline, progress], () => [
      h("p", { class: "eyebrow" }, t("rehearsal")), h("h1", {}, headline ?? name),
      headline ? null : h("p", {}, about), headline || !setBy ? null : h("p", { class: "set-by" }, setBy),
      headline ? null : h("p", {}, `${t("agendaTitle")}: ${agenda.join("; ")}`), progress ? h("p", { class: "progress" }, progress) : null]);
    if (this.talk.draw([said, headline], () => said.map((one) => row(one, rehearsal)))) this.talk.element.lastElementChild?.scrollIntoView({ block: "nearest" });
    this.hint.draw([hint, nothing, headline], () => {
      if (headline) return null;
      if (nothing) return h("p", { class: "nothing" }, nothing);
      return hint ? h("section", { class: "card" }, h("h2", {}, t("cueTitle")), h("p", { class: "line", lang: rehearsal.lang }, hint)) : null;
    });
    const over = headline !== null && !this.form.hidden && this.form.contains(document.activeElement);
    this.form.hidden = headline !== null;
    // The field is gone: how it went is read next.
    if (over) turnTo(this.head.element.querySelector("h1"));
    this.writeDown(rehearsal.heard);
    this.model = model;
    this.drawMicrophone();
    this.voices();
    this.end.draw([headline, record], () => (headline ? ending(rehearsal, this.act) : null));
    if (headline) this.quiet();
    else if (news && !news.judged && aloud) this.speak(news.text);
  }

  // What was heard is a draft in the field, behind what stands there.
  writeDown(heard) {
    if (heard.length < this.written) this.written = 0;
    for (const piece of heard.slice(this.written)) this.field.value = `${this.field.value.trim()} ${piece}`.trim();
    this.written = heard.length;
  }

  drawMicrophone() {
    const { model } = this;
    const { listening, notice } = this.rehearsal;
    const { state, me, message } = listening ?? { state: "off", me: {}, message: "" };
    const why = { NotAllowedError: "denied", NotFoundError: "noDevice" }[message];
    const how = !listening ? "" : this.talking ? "micWaits" : state === "lost" ? "micLost" : me.speaking ? "micSpeaking" : state === "on" ? "micOn" : "";
    this.microphone.draw([model, listening !== null, how, why, notice], () => [
      h("button", { type: "button", id: "answer-aloud", "aria-pressed": String(listening !== null), disabled: !model, onclick: () => this.listen() }, t("answerAloud")), " ",
      h("span", { role: "status", class: `state ${state}` }, how ? t(how) : ""), " ",
      h("small", {}, notice ?? (why ? t(why) : model ? t("answerAloudHint") : t("noModel")))]);
  }

  async listen() {
    const on = this.rehearsal.listening === null;
    if (!on) stop();
    if (await this.act({ do: "listen", on }) && on) await microphone();
    this.field.focus();
  }

  voices() {
    const { lang } = this.rehearsal ?? {};
    if (!lang) return;
    const there = voiceFor(lang) !== null;
    this.read.checked = aloud && there;
    say(this.noVoice, aloud && !there ? t("noVoice") : "");
  }

  readAloud() {
    aloud = this.read.checked;
    this.voices();
    const last = this.rehearsal.said.at(-1);
    if (aloud && last && !last.judged) this.speak(last.text);
    else silence();
  }

  speak(text) {
    sayAloud(text, this.rehearsal.lang, (on) => {
      this.talking = on;
      hush(on);
      this.drawMicrophone();
    });
  }

  quiet() {
    silence();
    hush(false);
    this.talking = false;
  }

  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  // What is said stands in the field no more: whoever presses Enter again does not say it again. Without words it asks what
  // segue would say, but not while an answer is on its way.
  async send() {
    const text = this.field.value.trim();
    if (!text && this.submit.getAttribute("aria-busy") === "true") return;
    this.field.value = "";
    this.quiet();
    this.submit.setAttribute("aria-busy", "true");
    if (!await this.act({ do: "answer", text })) this.field.value ||= text;
    this.submit.removeAttribute("aria-busy");
    this.field.focus();
  }
}

function row({ text, judged }, { name, lang }) {
  return h("div", { class: `said ${judged ? "mine" : "theirs"}` }, h("span", { class: "who" }, judged ? t("me") : name), h("p", { lang }, text),
    judged?.marks.length ? h("small", { class: "marks" }, judged.marks.join(" · ")) : null,
    judged?.better ? h("p", { class: "better" }, h("small", {}, t("better")), " ", h("span", { lang }, judged.better)) : null);
}

function ending({ record, client }, act) {
  return [
    h("dl", { class: "figures" }, figure(t("offWork"), percent(record.private_share)), figure(t("broughtBack"), `${record.steered_warmly} / ${record.steered}`),
      figure(t("fedTimes"), String(record.fed)), figure(t("warmthLeft"), percent(record.warmth))),
    h("p", { class: "row" }, h("button", { type: "button", class: "main", onclick: working(() => act({ do: "rehearse", client })) }, t("again")),
      h("button", { type: "button", onclick: () => act({ do: "close" }) }, t("close")))];
}
