// Before the call: who, how long, what about, and one button.

import { CutOff } from "./cutoff.js";
import { h, say, working } from "./dom.js";
import { choice, line, lines } from "./fields.js";
import { go } from "./route.js";
import { ability } from "./sound.js";
import { isTyped, mark } from "./typed.js";
import { t } from "./words.js";

// How much of what a client told stands before a call: the newest.
const REMEMBERED = 3;

// Makes the start: its element, and what to call when other devices are there. `act` gives commands; `begin` gets
// what the form says, and whether the client is known to be fine with listening; `forget` forgets a call that was cut off.
export function start(state, { act, begin, forget }) {
  const key = (name) => name.normalize("NFC").trim().toLowerCase();
  const known = (name) => state.clients.find((client) => key(client.name) === key(name));
  const typed = state.suggested;
  const first = known(typed.client ?? "") ?? null;
  const language = typed.lang ?? first?.lang ?? state.language;
  const form = h("form", { id: "start", onsubmit: (event) => {
    event.preventDefault();
    begin(answers(form), known(get("client").value)?.consent?.given === true);
  } });
  const get = (id) => form.querySelector(`#${id}`);

  const waiting = h("div", { id: "waiting", "aria-live": "polite" });
  const tell = (client) => {
    const topics = client?.parked ?? [];
    waiting.replaceChildren(...[
      client?.announcement_due ? h("p", { class: "due" }, t("dueSoon")) : null,
      client?.remembered.length ? h("p", {}, `${t("told")}: `, h("span", {}, client.remembered.slice(-REMEMBERED).join(" · "))) : null,
      client?.left.length ? h("p", {}, `${t("leftOver")}: `, h("span", { class: "left" }, client.left.join(" · "))) : null,
      topics.length ? h("p", {}, `${t("waiting")}: `, h("span", { class: "topics" }, topics.join(" · "))) : null,
    ].filter(Boolean));
  };

  const agreement = new Agreement(get);
  const recall = () => {
    const client = known(get("client").value);
    tell(client);
    if (!client) return agreement.takeAway();
    agreement.bring(client);
    asked = client.ears ?? "none";
    ways().forEach((way) => mark(way, false));
    settle();
  };

  // How the call is to be heard: as was asked, where that can be.
  let asked = typed.ears ?? first?.ears ?? "none";
  const ways = () => [...form.querySelectorAll("[name=ears]")];
  const settle = () => {
    const at = (value) => form.querySelector(`[name=ears][value=${value}]`);
    (at(asked).disabled ? at("none") : at(asked)).checked = true;
  };

  const can = ability();
  const hearing = can !== "nothing" && state.can_listen.model !== null;
  const ears = (value, title, hint, enabled) =>
    h("label", { class: "choice" }, h("input", { type: "radio", name: "ears", value, disabled: !enabled, onchange: () => { asked = value; } }),
      h("span", {}, h("strong", {}, title), h("small", {}, hint)));
  const why = state.can_listen.model === null ? t("noModel") : can === "nothing" ? t("cannotHear") : can === "microphone" ? t("onlyMicrophone") : t("earsBrowserHint");

  form.append(
    h("h1", {}, t("startTitle")),
    state.resume ? new CutOff({ act, forget, found: state.resume }).element : "",
    line("client", t("client"), typed.client, { list: "clients", oninput: recall, autofocus: true, hint: t("clientHint") }),
    h("datalist", { id: "clients" }, state.clients.map((client) => h("option", { value: client.name }))),
    waiting,
    line("minutes", t("minutes"), typed.minutes ?? first?.minutes ?? 30, { type: "number", min: 0, max: 1440, step: 1, inputmode: "numeric", hint: t("minutesHint") }),
    lines("agenda", t("agenda"), typed.agenda.join("\n"), { rows: 3, hint: t("agendaHint") }),
    h("fieldset", { class: "ears" }, h("legend", {}, t("ears")),
      ears("browser", t("earsBrowser"), why, hearing),
      ears("system", t("earsSystem"), "", false),
      ears("none", t("earsNone"), t("earsNoneHint"), true)),
    further(first, language),
    h("p", { class: "go" }, h("button", { class: "main", type: "submit" }, t("begin")), " ",
      h("button", { type: "button", class: "quiet", id: "practise", onclick: working(() => act({ do: "rehearse", client: get("client").value.trim() })) }, t("practise")), " ",
      h("button", { type: "button", class: "quiet", id: "to-clients", onclick: () => go("clients") }, t("clients"))),
  );
  tell(first);
  agreement.offer(first);

  // Devices come and go; what was typed and chosen stays.
  const update = ({ model, system: { me, other } }) => {
    const own = form.querySelector("[name=ears][value=system]");
    own.disabled = model === null || (!me && !other);
    say(own.closest("label").querySelector("small"), model === null ? t("noModel") : own.disabled ? t("noDevices") : t("earsSystemHint", { me: me ?? "—", other: other ?? t("noMonitor") }));
    settle();
  };
  update(state.can_listen);

  // The start is drawn anew: what was typed is there again, and what was not is as the client's card says now.
  const carried = (earlier) => {
    const way = ways().find((one) => one.checked && isTyped(one));
    const own = agreement.typed();
    if (isTyped(get("client"))) {
      agreement.before = earlier.agreement.before;
      recall();
      agreement.put(own);
    }
    if (way) {
      asked = way.value;
      mark(way, true);
    }
    settle();
  };
  return { element: form, update, carried, agreement };
}

// What the form says.
function answers(form) {
  const get = (id) => form.querySelector(`#${id}`);
  return {
    do: "begin",
    client: get("client").value.trim(),
    minutes: Number(get("minutes").value) || 0,
    agenda: get("agenda").value.split("\n").map((item) => item.trim()).filter(Boolean),
    next_meeting: get("next").value.trim(),
    ears: form.querySelector("[name=ears]:checked")?.value ?? "none",
    lang: get("lang").value,
    kind: get("kind").value,
    address: get("address").value,
    tone: get("tone").value,
    about: get("about").value.trim(),
  };
}

// What is seldom typed.
function further(first, language) {
  return h("details", {}, h("summary", {}, t("more")), h("div", { class: "two" },
    line("next", t("next"), first?.next_meeting, { hint: t("nextHint") }),
    line("about", t("about"), first?.about, { hint: t("aboutHint") }),
    choice("lang", t("callLanguage"), [["en", "English"], ["ru", "Русский"]], language),
    choice("kind", t("kind"), [["client", t("kindClient")], ["internal", t("kindInternal")], ["group", t("kindGroup")]], first?.kind ?? "client"),
    choice("tone", t("tone"), [["warm", t("warm")], ["neutral", t("neutral")], ["direct", t("direct")]], first?.tone ?? "warm"),
    choice("address", t("address"), [["vy", t("vy")], ["ty", t("ty")]], first?.address ?? "vy")));
}

// A client who is known brings along what was agreed, and takes it along again: whoever types «Viktoria» passes by «Viktor».
class Agreement {
  static FIELDS = ["lang", "kind", "address", "tone", "minutes", "next", "about"];

  // `get` finds a field by its name.
  constructor(get) {
    this.get = get;
    this.before = null;
    this.offered = "";
  }

  held() {
    return Agreement.FIELDS.map((name) => [name, this.get(name).value, isTyped(this.get(name))]);
  }

  typed() {
    return this.held().filter(([, , typed]) => typed);
  }

  put(fields) {
    for (const [name, value, typed] of fields) {
      this.get(name).value = value;
      mark(this.get(name), typed);
    }
  }

  // What was not reached last time comes first now, unless another agenda was typed.
  offer(client) {
    const agenda = this.get("agenda");
    if (isTyped(agenda) || agenda.value !== this.offered) return;
    this.offered = (client?.left ?? []).join("\n");
    agenda.value = this.offered;
  }

  bring({ left, lang, kind, address, tone, minutes, next_meeting: next, about }) {
    this.before ??= this.held();
    this.offer({ left });
    this.put(Object.entries({ lang, kind, address, tone, minutes: minutes ?? "", next: next ?? "", about }).map(([name, value]) => [name, value, false]));
  }

  takeAway() {
    this.put(this.before ?? []);
    this.offer(null);
    this.before = null;
  }
}
