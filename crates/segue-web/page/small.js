// The small window that stays on top: the clock, the drift, the line when there is one, and the keys.

import { leave } from "./call.js";
import { SteadyPlace, clock, h, say } from "./dom.js";
import { KEYS, button, follow, useful } from "./keys.js";
import { t } from "./words.js";

// The keys that stand there while no line does.
const SHOWN = ["drifted", "back", "park", "name"];

export const canBeSmall = () => "documentPictureInPicture" in window;

export class SmallWindow {
  constructor(view) {
    this.view = view;
    this.window = null;
    // The parked topic that is being named here.
    this.naming = null;
    this.press = this.press.bind(this);
  }

  async open() {
    this.window = await window.documentPictureInPicture.requestWindow({ width: 380, height: 260 });
    const { document } = this.window;
    document.title = "segue";
    document.head.append(h("link", { rel: "stylesheet", href: `${location.origin}/page/page.css` }));
    this.time = h("p", { class: "time" });
    this.drift = h("p", { class: "drifting" });
    // What a key says of itself, as "press again to end".
    this.saying = h("p", { class: "saying", role: "status" });
    const stage = h("div", { "aria-live": "polite" });
    this.stage = new SteadyPlace(stage);
    document.body.className = "small";
    document.body.append(this.time, this.drift, stage, this.saying);
    follow(this.window, () => this.view.known, this.press);
    this.window.addEventListener("pagehide", () => { this.window = null; });
    this.update();
  }

  // What is typed here stays here: the other window may be out of sight.
  press(key, amongLetters) {
    if (key === "name") this.view.name((topic) => this.name(topic));
    else this.view.press(key, amongLetters);
  }

  name(topic) {
    this.naming = topic;
    this.draw();
    const field = this.window?.document.getElementById("small-name");
    field?.focus();
    field?.select();
  }

  update() {
    const { call } = this.view;
    if (!this.window || !call) return;
    this.view.mirror = () => this.draw();
    this.window.document.documentElement.lang = document.documentElement.lang;
    this.draw();
    this.tick();
  }

  draw() {
    const { call, saying } = this.view;
    if (!this.window || !call) return;
    const { cue } = call;
    const keys = KEYS.filter(({ key }) => SHOWN.includes(key)).map((key) => [key.key, useful(key, call)]);
    say(this.saying, saying);
    this.stage.draw([cue, keys, this.naming, this.window.document.documentElement.lang], () => [
      cue ? h("p", { class: cue.rung === "announce" ? "aloud" : "line", lang: call.lang }, cue.text) : null,
      this.naming ? this.field(this.naming) : null,
      cue ? h("p", { class: "row", "data-key": `cue-${cue.id}` }, button("said_it", this.press, { class: "main" }), button("not_now", this.press)) : null,
      cue ? null : h("p", { class: "keys" }, keys.map(([key, on]) => button(key, this.press, { off: !on })))]);
  }

  field({ id, topic }) {
    const close = () => {
      this.naming = null;
      this.draw();
    };
    return h("p", {}, h("input", { id: "small-name", autocomplete: "off", value: topic, placeholder: t("nameTopic"), "aria-label": t("nameTopic"),
      onkeydown: (event) => leave(event, topic), onblur: () => setTimeout(close),
      onchange: (event) => {
        if (event.target.value.trim()) this.view.act({ do: "name", parked: id, topic: event.target.value });
        event.target.blur();
      } }));
  }

  tick() {
    const { call } = this.view;
    if (!this.window || !call) return;
    const now = this.view.now();
    const left = call.planned === null ? now : call.planned - now;
    const agenda = call.agenda.find(({ state }) => state === "current");
    say(this.time, [clock(Math.abs(left)), call.planned === null ? "" : t(left < 0 ? "over" : "left"), agenda?.text].filter(Boolean).join(" · "));
    say(this.drift, call.drifting ? t("drifting", { time: clock(now - call.drifting.since) }) : "");
  }

  close() {
    this.window?.close();
  }
}
