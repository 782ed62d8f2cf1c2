// During the call: the clock, one line when it helps, and what waits. Nothing moves when nothing happens.

import { clock, h, places, say } from "./dom.js";
import { KEYS, belongs, button, expectWord, useful } from "./keys.js";
import { privately, ribbon } from "./ribbon.js";
import { ability, microphone, share } from "./sound.js";
import { REASONS, t } from "./words.js";

// The ribbon is drawn anew at most so often, in seconds.
const RIBBON_STEP = 5;
const SURE = 4000;
// A second press of the key for the next item within so many milliseconds is a slip.
const TWICE = 400;
// For so many milliseconds after a line has gone it can still be said that it was said.
const LATE = 7000;
// A state comes so many milliseconds after the answer to a command at most.
const SOON = 150;
// What a slip must not do: these keys are pressed again.
const ASKED_AGAIN = { end_call: "endSure", announced: "announcedSure" };
// What a key says beside that.
const SAYS = { ...ASKED_AGAIN, name: "nothingToName" };
// What has changed is told for so many milliseconds: it is true at its moment.
const TOLD = 30_000;
// The end is near for the last sixth of a call, and for five minutes of a long one.
const NEAR_SHARE = 1 / 6;
const NEAR = 300;

export class CallView {
  // `act` gives commands, `listen` begins to listen in one way or the other after a click, `consented` after the client's yes;
  // `system` are the devices of this computer; `small` opens the small window.
  constructor({ act, consented, listen, system, small }) {
    this.act = act;
    this.consented = consented;
    this.listen = listen;
    this.system = system;
    this.call = null;
    this.since = 0;
    this.sure = 0;
    // The key that is to be pressed again, and when an item was asked for last.
    this.unsure = null;
    this.itemAt = -TWICE;
    this.goneAt = -LATE;
    // The parked topic whose name is being corrected; presses of the key that parks with no answer yet, and who is to name what they park.
    this.naming = null;
    this.parks = 0;
    this.nameNext = null;
    const place = places(this, "div");
    this.press = this.press.bind(this);
    this.who = h("span", { class: "who" });
    this.phase = h("span", { class: "phase" });
    // Whoever does not see the key hears that it wants to be pressed again.
    this.again = h("span", { role: "status" });
    // What keys and words have changed in the heading and the lists is heard too.
    this.changed = h("span", { role: "status" });
    this.time = h("p", { class: "time", role: "timer", "aria-live": "off" });
    this.timeNote = h("p", { class: "time-note" });
    this.element = h("div", { class: "call" },
      h("div", { class: "top" },
        h("div", {}, h("h1", {}, this.who, this.phase), place("hearing", { class: "hearing" })),
        h("div", { class: "clock" }, this.time, this.timeNote)),
      place("ribbonPlace", { class: "ribbon-place" }),
      h("div", { class: "stage" }, h("div", { "aria-live": "polite" }, place("consent"), place("announcement"), place("reason")), place("stage", { "aria-live": "polite", "aria-atomic": "true" })),
      h("p", { class: "unseen" }, this.again, " ", this.changed),
      place("keys", { class: "keys", role: "group", "aria-label": t("keys") }),
      h("div", { onclick: released }, place("due")),
      h("div", { class: "lists" }, place("agenda", { tag: "section" }), place("parked", { tag: "section" }), place("notes", { tag: "section" })),
      place("notices", { class: "notices", role: "log", "aria-live": "polite" }),
      small ? h("p", { class: "row" }, h("button", { type: "button", class: "quiet", onclick: small }, t("small"))) : "");
  }

  // The call, and whether a line has just gone of which it can still be said that it was said.
  get known() {
    return this.call && { ...this.call, late: performance.now() - this.goneAt < LATE };
  }

  // Seconds of the call, counted on from the last state.
  now() {
    return this.call.now + (performance.now() - this.since) / 1000;
  }

  update(call) {
    const news = this.call ? changes(this.call, call) : [];
    if (news.length) this.tellChanged(news.join(" "));
    if (this.call?.cue && !call.cue) this.goneAt = performance.now();
    this.call = call;
    this.since = performance.now();
    say(this.who, call.client || t("running"));
    say(this.phase, t(`phase_${call.phase}`));
    this.hearing.draw([call.listening, call.ears, call.consent], () => (call.consent ? null : hearing(call, this.act, this.listen, this.system)));
    this.drawRibbon();
    // What segue asks of me: each once, and none is drawn anew for the sake of another.
    this.consent.draw(call.consent, (consent) => consent && askConsent(consent, call.lang, this.act, this.consented));
    const announced = announcing(call);
    this.announcement.draw([call.announcement, announced], () => (call.announcement?.state === "now" ? announce(call.announcement, call.lang, announced, this.press) : null));
    this.due.draw(call.announcement, (due) => due?.state === "due" && stillDue(due, call.lang));
    this.reason.draw(call.ask_reason?.kind, () => call.ask_reason && askReason(call.ask_reason, this.act));
    this.drawStage();
    this.drawKeys();
    this.agenda.draw(call.agenda, (items) => agenda(items, this.now(), this.act));
    this.drawParked();
    this.notes.draw(call.notes, notes);
    this.notices.draw(call.notices.slice(-3), (all) => all.map(({ at, text }) => h("p", {}, h("span", { class: "at" }, clock(at)), " ", text)));
    this.tick();
  }

  // Once a second: texts only, where they change.
  tick() {
    const { call } = this;
    if (!call) return;
    const now = this.now();
    const left = call.planned === null ? null : call.planned - now;
    say(this.time, clock(left === null ? now : Math.abs(left)));
    const minutes = call.planned === null ? "" : ` · ${t("of", { minutes: Math.round(call.planned / 60) })}`;
    say(this.timeNote, left === null ? t("running") : `${t(left >= 0 ? "left" : "over")}${minutes}`);
    this.time.classList.toggle("late", left !== null && left < 0);
    this.time.classList.toggle("soon", left !== null && left >= 0 && left < Math.min(NEAR, call.planned * NEAR_SHARE));
    // Quiet is asked of lines that steer, not of the clock.
    const well = t(call.chat_over ? "chatOver" : "calm");
    const calm = call.snoozed_until === null ? well : "";
    say(this.element.querySelector(".calm"), left !== null && left < 0 ? t("timeUp") : calm);
    const drift = this.element.querySelector(".drifting");
    if (drift && call.drifting) say(drift, t("drifting", { time: clock(now - call.drifting.since) }));
    if (call.snoozed_until !== null) say(this.element.querySelector(".snoozed"), quiet(call.snoozed_until - now));
    this.element.querySelectorAll(".item-clock").forEach((element) => say(element, itemClock(call.agenda[element.dataset.item], now)));
    this.drawRibbon();
  }

  drawRibbon() {
    const { ribbon: stretches, planned } = this.call;
    const length = Math.max(planned ?? 0, Math.ceil(this.now() / RIBBON_STEP) * RIBBON_STEP);
    // What goes on goes on until now.
    const step = stretches.some(({ open }) => open) ? Math.ceil(this.now() / RIBBON_STEP) : 0;
    this.ribbonPlace.draw([stretches, length, step], () => {
      const drawn = stretches.map((one) => (one.open ? { ...one, end: this.now() } : one));
      // Of what nobody heard or marked nothing is told.
      const spoken = drawn.length ? ` ${t("ribbonText", { time: clock(privately(drawn)) })}` : "";
      return ribbon(drawn, length, planned, `${t("ribbonTitle")}.${spoken}`);
    });
  }

  drawStage() {
    const { call } = this;
    const cue = announcing(call) ? null : call.cue;
    this.stage.draw([cue, call.drifting !== null, call.snoozed_until], () => stage({ ...call, cue }, this.now(), this.press));
    const news = call.cue && call.cue.id !== this.line;
    this.line = call.cue?.id;
    // A line that comes is seen; what is being typed stays where it is.
    if (news && !document.activeElement?.matches("input, textarea")) this.element.querySelector(cue ? ".cue" : ".announcement")?.scrollIntoView({ block: "nearest" });
  }

  tellChanged(text) {
    say(this.changed, text);
    clearTimeout(this.told);
    this.told = setTimeout(() => say(this.changed, ""), TOLD);
  }

  drawParked() {
    const { naming } = this;
    const correct = { id: naming, left: () => this.naming === naming && this.correct(null) };
    this.parked.draw([this.call.parked, this.naming], () => waiting(this.call.parked, this.act, { correct }));
  }

  // Opens the field for a topic's name, or closes it.
  correct(topic) {
    this.naming = topic?.id ?? null;
    this.drawParked();
    const field = topic && this.element.querySelector(`#name-${topic.id}`);
    field?.focus();
    field?.select();
  }

  // What a key says about itself for a while.
  get saying() {
    return this.unsure ? t(SAYS[this.unsure]) : "";
  }

  drawKeys() {
    // The keys for a cue stand beside it.
    const shown = KEYS.filter((key) => belongs(key, this.call)).map((key) => [key.key, useful(key, this.call)]);
    const again = this.saying;
    say(this.again, again);
    this.mirror?.();
    const drifting = this.call.drifting !== null;
    const quieted = this.call.snoozed_until !== null;
    this.keys.draw([shown, this.unsure, drifting, quieted], () => shown.map(([key, on]) => {
      const unsure = key === this.unsure;
      const made = button(key, this.press, { id: `key-${key}`, class: unsure ? "sure" : "", off: !on });
      if (unsure) say(made.lastChild, again);
      if (key === "snooze" && quieted) say(made.lastChild, t("key_snooze_again"));
      if (key === "drifted" && drifting) say(made.lastChild, t("key_drifted_again"));
      return made;
    }));
  }

  // `amongLetters`: it came as one of several, as in a word.
  press(key, amongLetters = false) {
    const before = this.unsure;
    this.beSure(null);
    // One slip must not end a call, nor begin what was announced; nor must a word with two of the same letter in it.
    if (key in ASKED_AGAIN && (key !== before || amongLetters)) return this.beSure(key);
    if (key === "next_item") {
      if (performance.now() - this.itemAt < TWICE) return;
      this.itemAt = performance.now();
    }
    if (key === "name") return this.name((topic) => this.correct(topic));
    const done = this.act({ do: "key", key });
    if (key === "park") this.park(done);
  }

  async park(done) {
    this.parks += 1;
    await done;
    this.parks -= 1;
    // The state that tells of it is on its way.
    const open = this.nameNext;
    if (open && !this.parks) setTimeout(() => this.name(open), SOON);
    this.nameNext = null;
  }

  // What was parked last is what one thinks of: `open` opens a field for its name. Where there is none, what is typed is no keys.
  name(open) {
    const waits = this.call.parked.filter(({ fate }) => fate === "parked");
    const topic = waits.findLast(({ topic: known }) => !known) ?? waits.at(-1);
    if (topic && !this.parks) return open(topic);
    expectWord();
    if (this.parks) this.nameNext = open;
    else this.beSure("name");
  }

  // This key is to be pressed again before it does anything; none is after a while.
  beSure(key) {
    clearTimeout(this.sure);
    const changed = this.unsure !== key;
    this.unsure = key;
    if (key) this.sure = setTimeout(() => this.beSure(null), SURE);
    if (changed) this.drawKeys();
  }
}

// What was unfolded with a mouse does not keep Enter: it is for the line that comes next.
function released(event) {
  if (event.detail > 0) event.target.closest("summary")?.blur();
}

// With a full stop, unless what was put in ends with a mark.
const stopped = (text) => (/[.!?…]$/.test(text) ? text : `${text}.`);

// What has changed from one state to the next that a key or words of mine may have done, each in a sentence.
function changes(before, now) {
  const current = ({ agenda }) => agenda.findIndex(({ state }) => state === "current");
  const item = current(now);
  const said = ({ announcement }) => announcement?.state === "said";
  const known = (id) => before.parked.find((one) => one.id === id);
  const parked = now.parked.filter(({ id }) => !known(id));
  const named = now.parked.filter(({ id, topic }) => known(id) && known(id).topic !== topic);
  return [
    now.phase === before.phase ? null : t("toldPhase", { phase: t(`phase_${now.phase}`) }),
    item === current(before) || item < 0 ? null : stopped(t("toldItem", { item: now.agenda[item].text })),
    said(now) && !said(before) ? t("toldAnnounced") : null,
    ...parked.map(({ topic, at }) => (topic ? stopped(t("toldParked", { topic })) : t("toldParkedUnnamed", { time: clock(at) }))),
    ...named.map(({ topic }) => stopped(t("toldParked", { topic }))),
  ].filter(Boolean);
}

function hearing({ listening, ears }, act, listen, system) {
  const way = (name, text) => h("button", { type: "button", class: "quiet", id: `listen-${name}`, onclick: () => listen(name), "data-ears": name }, t(text));
  if (ears === "none") {
    return h("p", {}, h("span", { class: "state off" }, t("notListening")),
      ability() === "nothing" ? "" : way("browser", "startListening"),
      system.me || system.other ? way("system", "startSystem") : "");
  }
  // The program looks for lost devices itself; for lost tabs the browser must be asked.
  const side = (name, { state, speaking }, channel, again, text) => h("span", { class: `side ${state} ${speaking ? "speaking" : ""}` },
    `${t(name)}: ${t(state)} `,
    state === "on" || ears === "system" ? "" : h("button", { type: "button", class: "quiet", id: `again-${channel}`, onclick: again, "data-channel": channel }, text));
  const title = { on: "listening", off: "notListening", lost: "lostListening" }[listening.state];
  const why = { NotAllowedError: "denied", NoSound: "noSound", NotFoundError: "noDevice" }[listening.message];
  return [
    h("p", {}, h("span", { class: `state ${listening.state}` }, t(title)),
      side("me", listening.me, 0, microphone, t("askMicrophone")),
      ability() === "both" || ears === "system" ? side("other", listening.other, 1, share, t("askShare")) : "",
      h("button", { type: "button", class: "quiet", id: "stop-listening", onclick: () => act({ do: "ears", ears: "none" }) }, t(listening.state === "off" ? "earsKeysOnly" : "stopListening"))),
    why && ears === "browser" ? h("p", { class: "why" }, t(why)) : null,
  ];
}

function askConsent({ text }, lang, act, consented) {
  return h("section", { class: "card consent" }, h("h2", {}, t("consentTitle")), h("p", { class: "aloud", lang }, text), h("p", { class: "row" },
    h("button", { type: "button", class: "main", id: "consent-yes", onclick: () => consented(t("consentBasis")) }, t("consentYes")),
    h("button", { type: "button", id: "consent-no", onclick: () => act({ do: "consent", given: false, basis: t("consentRefusal") }) }, t("consentNo"))));
}

// True if the line on show is the announcement: its text stands there already.
const announcing = ({ cue, announcement }) => cue?.rung === "announce" && announcement?.state === "now";

// The buttons for the line on show.
const answers = (press) => h("p", { class: "row" }, button("said_it", press, { class: "main", id: "cue-said_it" }), button("not_now", press, { id: "cue-not_now" }));

// Before its moment, and where that has passed, it can be read by whoever wants it.
function stillDue({ script }, lang) {
  return script.trim() ? h("details", { class: "due" }, h("summary", {}, t("announceDue")), h("p", { class: "aloud", lang }, script)) : null;
}

function announce({ script }, lang, asked, press) {
  return h("section", { class: "card announcement" }, h("h2", {}, t("announceNow")), h("p", { class: "aloud", lang }, script), asked ? answers(press) : null);
}

function askReason({ kind }, act) {
  const give = (reason, theirs = false) => act({ do: "reason", kind, reason, theirs });
  return h("section", { class: "card reason" }, h("h2", {}, t("reasonTitle")), h("p", { class: "row" },
    REASONS.map((name) => h("button", { type: "button", id: `reason-${name}`, onclick: () => give(name) }, t(`reason_${name}`))),
    h("button", { type: "button", id: "reason-theirs", onclick: () => give("", true) }, t("reason_theirs"))));
}

// No line comes unasked for so many seconds.
const quiet = (seconds) => t("snoozed", { minutes: Math.max(1, Math.ceil(seconds / 60)) });

function stage({ cue, drifting, snoozed_until: snoozed, lang }, now, press) {
  if (cue) {
    return h("section", { class: `cue ${cue.to_me ? "to-me" : ""}`, "data-key": `cue-${cue.id}`, "data-rung": cue.rung },
      h("h2", {}, t(cue.to_me ? "cueToMe" : "cueTitle")),
      h("p", { class: "line", lang }, cue.text),
      cue.topic ? h("p", { class: "topic" }, t("about_topic", { topic: cue.topic })) : null,
      answers(press));
  }
  const still = snoozed === null ? null : h("p", { class: "snoozed" }, quiet(snoozed - now));
  if (drifting) return [h("p", { class: "drifting", "aria-live": "off" }), still];
  return [still, h("p", { class: "calm" })];
}

// An item that is not under way can be gone to, also back to one that was passed by a slip.
function agenda(items, now, act) {
  if (!items.length) return null;
  const name = ({ text, state }, item) => (state === "current" ? h("span", {}, text)
    : h("span", {}, h("button", { type: "button", class: "quiet item", id: `item-${item}`, title: t("toItem"), "aria-label": `${text}: ${t("toItem")}`, onclick: () => act({ do: "item", item }) }, text)));
  return [h("h2", {}, t("agendaTitle")), h("ol", {}, items.map((item, index) =>
    h("li", { class: item.state, "aria-current": item.state === "current" ? "step" : null }, name(item, index),
      h("small", {}, t(`item_${item.state}`), item.minutes === null ? "" : [" · ", h("time", { class: "item-clock", "data-item": index }, itemClock(item, now))]))))];
}

// The time set aside for an item: what is left of it, or by how much it went over.
function itemClock({ minutes, since, until }, now) {
  if (since === null) return t("item_minutes", { minutes });
  const left = minutes * 60 - ((until ?? now) - since);
  if (left < 0) return t("item_over", { minutes, time: clock(-left) });
  return until === null ? t("item_left", { minutes, time: clock(left) }) : t("item_took", { minutes, time: clock(until - since) });
}

// After the call each topic that still waits can be kept for the next one: its few words are words of the talk. `correct` is the
// topic whose name is being corrected, and what to do once it is left.
export function waiting(parked, act, { keeps = false, correct = null } = {}) {
  if (!parked.length) return null;
  const keep = ({ id, topic, carried }) => h("label", {},
    h("input", { type: "checkbox", id: `carry-${id}`, checked: carried, "aria-label": `${t("carry")}: ${topic}`, onchange: (event) => act({ do: "carry", parked: id, on: event.target.checked }) }), ` ${t("carry")}`);
  // What was parked without words gets its name from the user; without one it cannot be kept.
  const wanted = t(keeps ? "nameToKeep" : "nameTopic");
  const name = ({ id, at, topic }) => h("input", { id: `name-${id}`, class: "name", autocomplete: "off", value: topic, placeholder: wanted, "aria-label": `${clock(at)}: ${wanted}`,
    onkeydown: (event) => leave(event, topic), onblur: () => correct?.id === id && setTimeout(correct.left),
    onchange: (event) => {
      act({ do: "name", parked: id, topic: event.target.value });
      if (correct?.id === id) correct.left();
    } });
  return [h("h2", {}, t("parkedTitle")), h("ul", {}, parked.map(({ id, topic, at, fate, earlier, carried }) =>
    h("li", { "data-key": `parked-${id}` }, topic && id !== correct?.id ? h("span", {}, topic) : name({ id, at, topic }),
      h("small", {}, earlier ? earlierFate(fate) : `${clock(at)} · ${t(`fate_${fate}`)}`),
      keeps && topic && fate === "parked" ? keep({ id, topic, carried }) : null,
      dropping(id, topic || t("unnamed", { time: clock(at) }), act))))];
}

// What is dropped is gone: that takes two clicks.
function dropping(id, topic, act) {
  const label = `${t("drop")}: ${topic}`;
  const drop = ({ currentTarget: made, detail }) => {
    // The second click of a double one is no answer.
    if (made.classList.contains("sure")) return detail > 1 ? null : act({ do: "drop", parked: id });
    const asks = (on) => {
      made.classList.toggle("sure", on);
      made.setAttribute("aria-label", on ? `${t("dropSure")} ${topic}` : label);
      say(made, on ? t("dropSure") : "×");
    };
    asks(true);
    setTimeout(() => asks(false), SURE);
    return null;
  };
  return h("button", { type: "button", class: "quiet", id: `drop-${id}`, "aria-label": label, onclick: drop }, "×");
}

// A topic from last time waits, as it did before, until it is taken up.
const earlierFate = (fate) => (fate === "parked" ? t("earlier") : `${t("earlier")} · ${t(`fate_${fate}`)}`);

// Escape, and Enter where nothing was typed or changed, give the keys back to the call.
export function leave(event, topic) {
  const { key, target } = event;
  const typed = target.value.trim();
  if (event.isComposing || !(key === "Escape" || key === "Enter" && (!typed || typed === topic))) return;
  event.preventDefault();
  target.value = topic;
  target.blur();
}

function notes(all) {
  if (!all.length) return null;
  return [h("h2", {}, t("notesTitle")), h("ul", {}, all.map(({ at, kind, text }) =>
    h("li", {}, h("span", {}, text), h("small", {}, `${clock(at)} · ${t(`note_${kind}`)}`))))];
}
