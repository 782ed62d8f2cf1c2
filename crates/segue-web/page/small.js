// The small window that stays on top: the clock, and the line when there is one.

import { SteadyPlace, clock, h, say } from "./dom.js";
import { button, follow } from "./keys.js";
import { t } from "./words.js";

export const canBeSmall = () => "documentPictureInPicture" in window;

export class SmallWindow {
  constructor(view) {
    this.view = view;
    this.window = null;
  }

  async open() {
    this.window = await window.documentPictureInPicture.requestWindow({ width: 380, height: 230 });
    const { document } = this.window;
    document.title = "segue";
    document.head.append(h("link", { rel: "stylesheet", href: `${location.origin}/page/page.css` }));
    this.time = h("p", { class: "time" });
    const stage = h("div", { "aria-live": "polite" });
    this.stage = new SteadyPlace(stage);
    document.body.className = "small";
    document.body.append(this.time, stage);
    follow(this.window, () => this.view.call, (key) => this.view.press(key));
    this.window.addEventListener("pagehide", () => { this.window = null; });
    this.update();
  }

  update() {
    const { call } = this.view;
    if (!this.window || !call) return;
    const { cue, drifting, phase } = call;
    const back = drifting !== null || phase === "agreed";
    const { lang } = document.documentElement;
    this.window.document.documentElement.lang = lang;
    this.stage.draw([cue, back, lang], () => (cue
      ? [h("p", { class: cue.rung === "announce" ? "aloud" : "line", lang: call.lang }, cue.text), h("p", { class: "row", "data-key": `cue-${cue.id}` }, button("said_it", this.view.press, { class: "main" }), button("not_now", this.view.press))]
      : h("p", { class: "row" }, button(back ? "back" : "drifted", this.view.press), button("park", this.view.press))));
    this.tick();
  }

  tick() {
    const { call } = this.view;
    if (!this.window || !call) return;
    const now = this.view.now();
    const left = call.planned === null ? now : call.planned - now;
    const agenda = call.agenda.find(({ state }) => state === "current");
    say(this.time, [clock(Math.abs(left)), call.planned === null ? "" : t(left < 0 ? "over" : "left"), agenda?.text].filter(Boolean).join(" · "));
  }

  close() {
    this.window?.close();
  }
}
