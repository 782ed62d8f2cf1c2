// One client: what was agreed, to be changed in one form; where to go from there; forgetting.

import { documentAddress } from "./api.js";
import { goAndTell } from "./clients.js";
import { day, h, say } from "./dom.js";
import { choice, fault, line, lines, noFault, number, rows } from "./fields.js";
import { Forgetting } from "./forgetting.js";
import { expect, go, renamed } from "./route.js";
import { t } from "./words.js";

const EARS = { browser: "earsBrowser", system: "earsSystem", none: "earsNone" };
// What a line of one's own can be for.
const MOMENTS = ["park", "time", "direct", "offline", "deflect", "feeding", "humane", "stay", "return", "sign_off", "announce", "closing", "overrun"];
const KEPT = ["nothing", "figures", "business-words", "everything"];

// Whose card was saved last, and not touched since.
let saved = "";

export class ClientView {
  constructor({ act, client }) {
    this.act = act;
    this.client = client;
    // Something was typed, and stays while the page is drawn anew; on the card itself, it waits to be saved.
    this.touched = false;
    this.waits = false;
    this.done = h("span", { role: "status", id: "saved" }, saved === client.name ? t("saved") : "");
    this.form = h("form", { id: "card", onsubmit: (event) => this.save(event), oninput: () => this.wait() },
      who(client), time(client), work(client), wishes(client), keeping(client), consent(client),
      h("p", { class: "row go" }, h("button", { type: "submit", class: "main", id: "save" }, t("save")), this.done));
    // What stands there before anything is typed: another page may change the rest of the card meanwhile.
    this.seen = this.answers();
    this.forgetting = new Forgetting({ act: (body) => this.forget(body), name: client.name, calls: client.calls, gone: () => this.gone() });
    this.element = h("div", { class: "client", oninput: () => { this.touched = true; } },
      h("p", { class: "eyebrow" }, t("clientTitle")), h("h1", {}, client.name),
      this.ways(), known(client), this.form, this.forgetting.element);
  }

  wait() {
    this.waits = true;
    saved = "";
    say(this.done, t("notSaved"));
  }

  // Drawn anew while it was typed in.
  carried({ waits }) {
    this.touched = true;
    if (waits) this.wait();
    this.forgetting.check();
  }

  ways() {
    const { name } = this.client;
    const way = (page, label) => h("button", { type: "button", id: `to-${page}`, onclick: () => go(page, name) }, label);
    return h("nav", { class: "row ways", "aria-label": name },
      way("prepare", t("prepare")), way("announce", t("announce")), way("note", t("noteTitle")),
      h("a", { class: "button", id: "to-trend", href: documentAddress(`/api/trend.html?client=${encodeURIComponent(name)}`), target: "_blank", rel: "noopener" }, t("trendOne")),
      h("button", { type: "button", id: "to-privacy", onclick: () => go("privacy") }, t("privacy")),
      h("button", { type: "button", id: "to-clients", onclick: () => go("clients") }, t("toClients")));
  }

  async save(event) {
    event.preventDefault();
    const was = this.client.name;
    const [card, { seen }] = [this.answers(), this];
    expect(card.name);
    noFault(this.form);
    this.touched = this.waits = false;
    if (await this.act({ do: "client", was, card, seen }, undefined, (message, field) => this.refused(message, field))) {
      saved = card.name;
      renamed(was, card.name);
      say(document.getElementById("saved"), t("saved"));
    } else {
      this.touched = true;
      this.wait();
    }
  }

  // True if the fault is told at its field.
  refused(message, field) {
    const wrong = field && this.form.querySelector(`#${field}`);
    if (wrong) fault(wrong, message);
    return Boolean(wrong);
  }

  async forget(body) {
    const { touched, waits } = this;
    this.touched = this.waits = false;
    const done = await this.act(body);
    if (!done) [this.touched, this.waits] = [touched, waits];
    return done;
  }

  gone() {
    const { name } = this.client;
    renamed(name, "");
    goAndTell(t("forgotten", { name }));
  }

  answers() {
    const get = (id) => this.form.querySelector(`#${id}`).value.trim();
    const count = (id) => (get(id) === "" ? null : Number(get(id)));
    const answer = get("consent");
    return {
      name: get("name"), kind: get("kind"), lang: get("lang"), address: get("address"), tone: get("tone"),
      minutes: count("minutes"), chat_at_start: count("chat_at_start") ?? 0, chat_at_end: count("chat_at_end") ?? 0,
      grace: count("grace"), exceptions: count("exceptions") ?? 0,
      hours: get("hours"), rate: get("rate"), about: get("about"), next_meeting: get("next"),
      preferred: rows(get("preferred")), banned: rows(get("banned")), own: rows(get("own")),
      keeping: get("keeping"), days: count("days"),
      consent: answer === "unasked" ? null : { given: answer === "yes", basis: get("basis"), date: get("consent_date") || null },
    };
  }
}

const group = (title, ...fields) => h("fieldset", {}, h("legend", {}, title), h("div", { class: "two" }, ...fields));

function who({ name, kind, lang, address, tone }) {
  return group(t("groupWho"),
    line("name", t("name"), name, { required: true }),
    choice("kind", t("kind"), [["client", t("kindClient")], ["internal", t("kindInternal")], ["group", t("kindGroup")]], kind),
    choice("lang", t("callLanguage"), [["en", "English"], ["ru", "Русский"]], lang),
    choice("address", t("address"), [["vy", t("vy")], ["ty", t("ty")]], address),
    choice("tone", t("tone"), [["warm", t("warm")], ["neutral", t("neutral")], ["direct", t("direct")]], tone));
}

function time({ minutes, chat_at_start, chat_at_end, grace, usual_grace, exceptions }) {
  return group(t("groupTime"),
    number("minutes", t("minutes"), minutes, { min: 1, max: 1440, step: "any" }),
    number("chat_at_start", t("chatAtStart"), chat_at_start, { min: 0, max: 240, step: "any" }),
    number("chat_at_end", t("chatAtEnd"), chat_at_end, { min: 0, max: 240, step: "any" }),
    number("grace", t("grace"), grace, { min: 0, max: 600, step: "any", hint: t("graceHint", { seconds: Math.round(usual_grace) }) }),
    number("exceptions", t("exceptions"), exceptions, { min: 0, max: 5, step: 1 }));
}

function work({ hours, rate, about, next_meeting }) {
  return group(t("groupWork"),
    line("rate", t("rate"), rate, { placeholder: "60 €" }),
    line("next", t("next"), next_meeting, { placeholder: t("nextHint") }),
    line("hours", t("officeHours"), hours, { placeholder: t("officeHoursHint") }),
    lines("about", t("about"), about, { rows: 2, hint: t("aboutHint") }));
}

function wishes({ name, preferred, banned, own }) {
  return group(t("groupLines"),
    lines("preferred", t("preferred"), preferred.join("\n"), { rows: 2, hint: t("linesHint") }),
    lines("banned", t("banned"), banned.join("\n"), { rows: 2, hint: t("linesHint") }),
    lines("own", t("ownLines"), own.join("\n"), { rows: 3, hint: t("ownLinesHint") }),
    h("p", { class: "moments" }, h("a", { id: "all-lines", href: documentAddress(`/api/lines.txt?client=${encodeURIComponent(name)}`), target: "_blank", rel: "noopener" }, t("allLines"))),
    h("details", { class: "moments" }, h("summary", {}, t("momentsTitle")),
      h("dl", {}, MOMENTS.map((moment) => h("div", {}, h("dt", {}, h("code", {}, moment)), h("dd", {}, t(`moment_${moment}`)))))));
}

function keeping({ keeping: kept, days }) {
  return group(t("groupKeeping"),
    choice("keeping", t("keepOfCalls"), KEPT.map((what) => [what, t(`keep_${what}`)]), kept),
    number("days", t("keepDays"), days, { min: 1, step: 1, hint: t("keepDaysHint") }));
}

function consent({ consent: answer }) {
  const given = answer === null ? "unasked" : answer.given ? "yes" : "no";
  return group(t("groupConsent"),
    choice("consent", t("consentAnswer"), [["unasked", t("consentUnasked")], ["yes", t("consentYes")], ["no", t("consentRather")]], given),
    line("basis", t("consentGround"), answer?.basis, { placeholder: t("consentBasis") }),
    line("consent_date", t("consentDate"), answer?.date, { type: "date", hint: t("consentDateHint") }));
}

// What came from calls and is not typed here.
function known({ parked, remembered, calls, announcement, ears }) {
  const said = announcement?.announced ? t("announcedOn", { date: day(announcement.announced) }) : announcement ? t("dueNext") : null;
  const rows = [
    [t("callsTitle"), String(calls)],
    [t("announcement"), said],
    [t("listensBy"), ears ? t(EARS[ears]) : ""],
    [t("waiting"), parked.join(" · ")],
    [t("rememberTitle"), remembered.join(" · ")],
  ].filter(([, value]) => value);
  return h("dl", { class: "known" }, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}
