// After the call: what happened, what to put right, what to keep.

import { documentAddress, reader } from "./api.js";
import { waiting } from "./call.js";
import { clock, figure, h, percent, places, say, working } from "./dom.js";
import { ribbon } from "./ribbon.js";
import { isTyped, mark } from "./typed.js";
import { REASONS, t } from "./words.js";

const LABELS = ["business", "smalltalk", "personal", "framing"];
const KEPT = ["nothing", "figures", "business-words", "everything"];

export class AfterView {
  // `goOn` goes on with a call that was ended by mistake.
  constructor({ act, goOn }) {
    this.act = act;
    this.goOn = goOn;
    this.marked = [];
    this.cards = new Map();
    this.departures = h("section");
    const place = places(this, "section");
    this.element = h("div", { class: "after" },
      place("head", { class: "head" }), place("notice", { class: "notices", role: "status" }), place("mistake"), this.departures, h("div", { class: "lists" }, place("parked")),
      place("keeping"), (this.remember = this.remembering()), place("heard", { class: "heard" }),
      h("p", { class: "go" }, h("button", { type: "button", class: "main", onclick: () => act({ do: "close" }) }, t("close"))));
  }

  update(after) {
    this.after = after;
    const { utterances } = after;
    this.head.draw([after.headline, after.seconds, after.private_minutes, after.cost, utterances.map(({ label }) => label)], () => head(after));
    this.notice.draw(after.notice, (notice) => (notice ? h("p", {}, notice) : []));
    this.mistake.draw(after.goes_on, (goesOn) => (goesOn ? h("p", {}, h("button", { type: "button", class: "quiet", id: "go-on", onclick: working(this.goOn) }, t("goOn"))) : null));
    this.drawDepartures(after.exceptions);
    this.parked.draw(after.parked, (parked) => waiting(parked, this.act, { keeps: Boolean(after.client) }));
    // Without a name nobody could find it again.
    this.remember.hidden = !after.client;
    this.keeping.draw(after.keeping, (kept) => keeping(kept, this.act));
    this.drawHeard();
  }

  drawDepartures(all) {
    if (all.length && !this.cards.size) this.departures.append(h("h2", {}, t("departures")));
    for (const one of all) {
      if (!this.cards.has(one.kind)) {
        const card = new Departure(one.kind, this.act);
        this.cards.set(one.kind, card);
        this.departures.append(card.element);
      }
      this.cards.get(one.kind).update(one);
    }
    for (const [kind, card] of this.cards) card.element.hidden = !all.some((one) => one.kind === kind);
  }

  // The same debrief in another language: what was chosen and drafted stays.
  takeOver({ marked, cards, after }) {
    this.marked = marked;
    this.drawDepartures(after.exceptions);
    for (const [kind, card] of cards) this.cards.get(kind)?.takeOver(card);
  }

  drawHeard() {
    this.heard.draw([this.after.utterances, this.marked], () => this.rows(this.after.utterances));
  }

  rows(utterances) {
    if (!utterances.length) return [h("h2", {}, t("saidTitle")), h("p", {}, t(this.after.listened ? "nothingHeard" : "didNotListen"))];
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
    // The buttons are gone; the keyboard goes back to the stretch.
    document.getElementById(`turn-${from}`)?.focus();
  }

  remembering() {
    const field = h("input", { id: "remember", autocomplete: "off", "aria-describedby": "remember-hint" });
    const done = h("span", { role: "status" });
    const kept = h("ul");
    return h("section", {}, h("form", { onsubmit: async (event) => {
      event.preventDefault();
      const text = field.value.trim();
      if (!text) {
        say(done, t("rememberNothing"));
        field.focus();
      } else if (await this.act({ do: "remember", text })) {
        field.value = "";
        say(done, t("remembered"));
        // What was typed can be read again; what was there already is kept once.
        if (![...kept.children].some((one) => one.textContent === text)) kept.append(h("li", {}, text));
      }
    } }, h("h2", {}, h("label", { for: "remember" }, t("rememberTitle"))),
      h("p", { class: "row" }, field, h("button", { type: "submit" }, t("remember")), done), kept,
      h("small", { id: "remember-hint" }, t("rememberHint"))));
  }
}

function head(after) {
  const planned = after.planned === null ? "" : ` · ${t("planned", { minutes: Math.round(after.planned / 60) })}`;
  const stretches = after.utterances.map(({ start, end, role, label }) => ({ start, end, role, label }));
  const known = after.private_share !== null;
  const share = percent(after.private_share ?? 0);
  return [
    h("p", { class: "eyebrow" }, [t("afterTitle"), after.client].filter(Boolean).join(" · ")),
    h("h1", { tabindex: -1 }, after.headline),
    stretches.length ? ribbon(stretches, after.seconds, after.planned, `${t("ribbonTitle")}: ${t("privateTime")} ${share}`) : null,
    h("dl", { class: "figures" },
      figure(t("lasted"), `${clock(Math.round(after.seconds))}${planned}`),
      known ? figure(t("privateTime"), `${clock(Math.round(after.private_minutes * 60))} · ${share}`) : null,
      after.cost ? figure(t("cost"), after.cost) : null),
    h("p", {}, h("a", { href: documentAddress("/api/debrief.html"), target: "_blank", rel: "noopener" }, t("whole"))),
  ];
}

// A departure from the plan: its reason, and the note to the client. It stays while the page around it is drawn anew.
class Departure {
  constructor(kind, act) {
    this.kind = kind;
    this.act = act;
    this.one = null;
    this.read = reader();
    this.length = null;
    this.title = h("h3");
    this.own = h("input", { id: `own-${kind}`, "aria-label": `${t("reason")}, ${t("ownReason")}`, placeholder: t("ownReason"), autocomplete: "off",
      onchange: () => this.give(this.own.value, this.one.theirs) });
    // A second click takes back what the first one said. Whose reason it is and which are two things.
    this.reasons = REASONS.map((name) => h("button", { type: "button", onclick: () => this.give(this.isReason(name) ? "" : name, this.one.theirs) }, t(`reason_${name}`)));
    this.theirs = h("button", { type: "button", onclick: () => this.give(this.own.value, !this.one.theirs) }, t("reason_theirs"));
    this.draft = h("textarea", { id: `draft-${kind}`, "aria-label": t("note") });
    this.copied = h("span", { role: "status" });
    this.drafted = h("div", { class: "draft" }, this.draft, h("p", { class: "row" }, h("button", { type: "button", onclick: () => this.copy() }, t("copy")), this.copied));
    // What is within what was agreed keeps its reason and needs no note.
    this.none = h("p", { role: "status" });
    this.element = h("div", { class: "card departure" }, this.title,
      h("p", { class: "row" }, this.reasons, this.theirs, this.own),
      h("p", { class: "row" }, h("span", {}, `${t("note")}:`),
        h("button", { type: "button", onclick: () => this.write("chat") }, t("asChat")), h("button", { type: "button", onclick: () => this.write("mail") }, t("asMail"))), this.none);
  }

  update(one) {
    const { seconds, reason, theirs } = one;
    const { reason: before = "", theirs: wasTheirs = theirs } = this.one ?? {};
    this.one = one;
    say(this.title, [t(`exc_${this.kind}`, { time: clock(Math.round(seconds)) }), theirs ? t("reason_theirs") : ""].filter(Boolean).join(" · "));
    REASONS.forEach((name, place) => this.reasons[place].setAttribute("aria-pressed", String(this.isReason(name))));
    this.theirs.setAttribute("aria-pressed", String(theirs));
    // What is being typed is not taken away.
    if (reason !== before && (this.own !== document.activeElement || this.own.value === before)) this.own.value = reason;
    if ((reason !== before || theirs !== wasTheirs) && this.length && !isTyped(this.draft)) this.write(this.length);
  }

  isReason(name) {
    return this.one.usual === name;
  }

  give(reason, theirs) {
    mark(this.own, false);
    this.given = this.act({ do: "reason", kind: this.kind, reason, theirs });
    return this.given;
  }

  write(length) {
    this.length = length;
    mark(this.draft, false);
    say(this.copied, "");
    return this.read(`/api/note?kind=${this.kind}&length=${length}`, (note) => {
      // Whoever writes in it goes on with their own.
      if (isTyped(this.draft)) return;
      say(this.none, note ? "" : t("noNote"));
      if (!note) return this.drafted.remove();
      this.draft.rows = length === "mail" ? 9 : 4;
      this.draft.value = note.text;
      this.element.append(this.drafted);
    });
  }

  // A reason that was typed right before counts.
  async copy() {
    await this.given;
    if (!isTyped(this.draft)) await this.write(this.length);
    if (!this.drafted.parentElement) return;
    this.draft.select();
    await navigator.clipboard.writeText(this.draft.value).then(() => say(this.copied, t("copied")), () => {});
  }

  // In another language the note is the same.
  takeOver({ length, draft, drafted }) {
    if (!drafted.parentElement) return;
    this.length = length;
    this.draft.rows = draft.rows;
    this.draft.value = draft.value;
    this.element.append(this.drafted);
  }
}

function keeping(kept, act) {
  return h("fieldset", { class: "keeping" }, h("legend", {}, t("keepTitle")), KEPT.map((what) =>
    h("label", { class: "choice" }, h("input", { type: "radio", name: "keeping", id: `keep-${what}`, value: what, checked: what === kept, onchange: () => act({ do: "keep", what }) }),
      h("span", {}, t(`keep_${what}`)))));
}
