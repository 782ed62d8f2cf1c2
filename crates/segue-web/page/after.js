// After the call: what happened, what to put right, what to keep.

import { documentAddress, read } from "./api.js";
import { waiting } from "./call.js";
import { clock, figure, h, percent, places, say } from "./dom.js";
import { ribbon } from "./ribbon.js";
import { REASONS, t } from "./words.js";

const LABELS = ["business", "smalltalk", "personal", "framing"];
const KEPT = ["nothing", "figures", "business-words", "everything"];

export class AfterView {
  constructor({ act }) {
    this.act = act;
    this.marked = [];
    const place = places(this, "section");
    this.element = h("div", { class: "after" },
      place("head", { class: "head" }), place("departures"), place("parked", { class: "lists" }),
      place("keeping"), this.remembering(), place("heard", { class: "heard" }),
      h("p", { class: "go" }, h("button", { type: "button", class: "main", onclick: () => act({ do: "close" }) }, t("close"))));
  }

  update(after) {
    this.after = after;
    const { utterances } = after;
    this.head.draw([after.headline, after.seconds, after.private_minutes, after.cost, utterances.map(({ label }) => label)], () => head(after));
    this.departures.draw(after.exceptions, (all) => departures(all, this.act));
    this.parked.draw(after.parked, (parked) => waiting(parked, this.act, true));
    this.keeping.draw(after.keeping, (kept) => keeping(kept, this.act));
    this.drawHeard();
  }

  drawHeard() {
    this.heard.draw([this.after.utterances, this.marked], () => this.rows(this.after.utterances));
  }

  rows(utterances) {
    if (!utterances.length) return [h("h2", {}, t("saidTitle")), h("p", {}, t("nothingHeard"))];
    const [from, to] = this.span();
    const row = ({ index, start, role, label, text }) => h("li", {},
      h("button", { type: "button", id: `turn-${index}`, class: `turn ${label}`, "aria-pressed": String(index >= from && index <= to), onclick: (event) => this.mark(index, event.shiftKey) },
        h("span", { class: "at" }, clock(start)), h("span", { class: "role" }, t(role === "me" ? "me" : "other")),
        h("span", { class: "text" }, text || "…"), h("span", { class: "label" }, t(label))));
    const bar = this.marked.length === 0 ? null : h("p", { class: "row correct", role: "group", "aria-label": t("itWas") },
      h("span", {}, `${t("stretch", { from: from + 1, to: to + 1 })}. ${t("itWas")}:`),
      LABELS.map((label) => h("button", { type: "button", id: `was-${label}`, onclick: () => this.correct(label) }, t(label))));
    return [h("h2", {}, t("saidTitle")), h("p", {}, h("small", {}, t("saidHint"))), bar, h("ol", { class: "turns" }, utterances.map(row))];
  }

  span() {
    return this.marked.length ? [Math.min(...this.marked), Math.max(...this.marked)] : [-1, -2];
  }

  mark(index) {
    const again = this.marked.length === 1 && this.marked[0] === index;
    this.marked = again ? [] : this.marked.length === 1 ? [this.marked[0], index] : [index];
    this.drawHeard();
  }

  correct(label) {
    const [from, to] = this.span();
    this.marked = [];
    this.act({ do: "correct", from, to, label });
    this.drawHeard();
  }

  remembering() {
    const field = h("input", { id: "remember", autocomplete: "off", "aria-describedby": "remember-hint" });
    const done = h("span", { role: "status" });
    return h("section", {}, h("form", { onsubmit: async (event) => {
      event.preventDefault();
      const text = field.value.trim();
      if (text && await this.act({ do: "remember", text })) {
        field.value = "";
        say(done, t("remembered"));
      }
    } }, h("h2", {}, h("label", { for: "remember" }, t("rememberTitle"))),
      h("p", { class: "row" }, field, h("button", { type: "submit" }, t("remember")), done),
      h("small", { id: "remember-hint" }, t("rememberHint"))));
  }
}

function head(after) {
  const planned = after.planned === null ? "" : ` ${t("of", { minutes: Math.round(after.planned / 60) })}`;
  const stretches = after.utterances.map(({ start, end, role, label }) => ({ start, end, role, label }));
  const share = percent(after.private_share);
  return [
    h("p", { class: "eyebrow" }, [t("afterTitle"), after.client].filter(Boolean).join(" · ")),
    h("h1", {}, after.headline),
    stretches.length ? ribbon(stretches, after.seconds, after.planned, `${t("ribbonTitle")}: ${t("privateTime")} ${share}`) : null,
    h("dl", { class: "figures" },
      figure(t("lasted"), `${clock(after.seconds)}${planned}`),
      figure(t("privateTime"), `${clock(after.private_minutes * 60)} · ${share}`),
      after.cost ? figure(t("cost"), `${after.cost.amount.toFixed(2)} ${after.cost.currency}`) : null),
    h("p", {}, h("a", { href: documentAddress("/api/debrief.html"), target: "_blank", rel: "noopener" }, t("whole"))),
  ];
}

function departures(all, act) {
  if (!all.length) return null;
  return [h("h2", {}, t("departures")), ...all.map((one) => departure(one, act))];
}

function departure({ kind, seconds, reason, theirs }, act) {
  const own = h("input", { id: `own-${kind}`, value: reason, "aria-label": `${t("reason")}, ${t("ownReason")}`, placeholder: t("ownReason"), autocomplete: "off",
    onchange: () => give(own.value, theirs) });
  const give = (text, fromThem = false) => act({ do: "reason", kind, reason: text, theirs: fromThem });
  const draft = h("div", { class: "draft" });
  const write = async (length) => {
    const note = await read(`/api/note?kind=${kind}&length=${length}`);
    const text = h("textarea", { rows: length === "mail" ? 9 : 4, "aria-label": t("note") });
    text.value = note?.text ?? "";
    const done = h("span", { role: "status" });
    const copy = async () => {
      text.select();
      await navigator.clipboard.writeText(text.value).then(() => say(done, t("copied")), () => {});
    };
    draft.replaceChildren(text, h("p", { class: "row" }, h("button", { type: "button", onclick: copy }, t("copy")), done));
  };
  return h("div", { class: "card departure" },
    h("h3", {}, t(`exc_${kind}`, { time: clock(seconds) }), theirs ? ` · ${t("reason_theirs")}` : ""),
    h("p", { class: "row" }, REASONS.map((name) => h("button", { type: "button", onclick: () => give(name) }, t(`reason_${name}`))),
      h("button", { type: "button", onclick: () => give(reason, true) }, t("reason_theirs")), own),
    h("p", { class: "row" }, h("span", {}, `${t("note")}:`),
      h("button", { type: "button", onclick: () => write("chat") }, t("asChat")), h("button", { type: "button", onclick: () => write("mail") }, t("asMail"))),
    draft);
}

function keeping(kept, act) {
  return h("fieldset", { class: "keeping" }, h("legend", {}, t("keepTitle")), KEPT.map((what) =>
    h("label", { class: "choice" }, h("input", { type: "radio", name: "keeping", id: `keep-${what}`, value: what, checked: what === kept, onchange: () => act({ do: "keep", what }) }),
      h("span", {}, t(`keep_${what}`)))));
}
