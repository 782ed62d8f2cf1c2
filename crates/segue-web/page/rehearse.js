// Practice: somebody chatty on one side, my answers on the other, and what they were worth at the end.

import { figure, h, percent, places } from "./dom.js";
import { t } from "./words.js";

export class RehearsalView {
  constructor({ act }) {
    this.act = act;
    this.said = 0;
    const place = places(this, "div");
    this.field = h("textarea", { id: "answer-text", rows: 2, onkeydown: (event) => this.key(event) });
    this.form = h("form", { onsubmit: (event) => { event.preventDefault(); this.send(); } },
      h("p", {}, h("label", { for: "answer-text" }, t("yourAnswer")), this.field),
      h("p", { class: "row" },
        h("button", { type: "submit", class: "main" }, t("sayIt")),
        h("button", { type: "button", onclick: () => act({ do: "answer", text: "" }) }, t("whatWouldSegueSay")),
        h("button", { type: "button", class: "quiet", onclick: () => act({ do: "judge" }) }, t("endRehearsal"))));
    this.element = h("div", { class: "rehearsal" },
      place("head"), place("talk", { class: "talk", role: "log", "aria-live": "polite", tabindex: 0, "aria-label": t("rehearsal") }),
      place("hint", { "aria-live": "polite" }), this.form, place("end"));
  }

  update(rehearsal) {
    const { name, about, agenda, said, hint, headline, record } = rehearsal;
    this.said = said.length;
    this.head.draw([name, headline], () => [
      h("p", { class: "eyebrow" }, t("rehearsal")), h("h1", {}, headline ?? name),
      headline ? null : h("p", {}, about), headline ? null : h("p", {}, `${t("agendaTitle")}: ${agenda.join("; ")}`)]);
    if (this.talk.draw([said, headline], () => said.map((one) => row(one, name)))) this.talk.element.lastElementChild?.scrollIntoView({ block: "nearest" });
    this.hint.draw([hint, headline], () => (hint && !headline ? h("section", { class: "card" }, h("h2", {}, t("cueTitle")), h("p", { class: "line" }, hint)) : null));
    this.form.hidden = headline !== null;
    this.end.draw([headline, record], () => (headline ? ending(record, this.act) : null));
  }

  key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  async send() {
    const text = this.field.value.trim();
    if (text && await this.act({ do: "answer", text })) this.field.value = "";
    this.field.focus();
  }
}

function row({ text, judged }, name) {
  const marks = judged?.what ? [t(`move_${judged.what}`), judged.warm ? t("markWarm") : null, judged.short ? null : t("markLong")].filter(Boolean) : [];
  return h("div", { class: `said ${judged ? "mine" : "theirs"}` }, h("span", { class: "who" }, judged ? t("me") : name), h("p", {}, text),
    marks.length ? h("small", { class: "marks" }, marks.join(" · ")) : null,
    judged?.better ? h("p", { class: "better" }, h("small", {}, t("better")), " ", judged.better) : null);
}

function ending(record, act) {
  return [
    h("dl", { class: "figures" }, figure(t("offWork"), percent(record.private_share)), figure(t("broughtBack"), `${record.steered_warmly} / ${record.steered}`),
      figure(t("fedTimes"), String(record.fed)), figure(t("warmthLeft"), percent(record.warmth))),
    h("p", { class: "row" }, h("button", { type: "button", class: "main", onclick: () => act({ do: "rehearse" }) }, t("again")),
      h("button", { type: "button", onclick: () => act({ do: "close" }) }, t("close")))];
}
