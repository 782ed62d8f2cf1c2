// One client: what was agreed, to be changed in one form; where to go from there; forgetting.

import { documentAddress } from "./api.js";
import { h, say } from "./dom.js";
import { choice, line, lines, number, rows } from "./fields.js";
import { expect, go, renamed } from "./route.js";
import { t } from "./words.js";

const EARS = { browser: "earsBrowser", system: "earsSystem", none: "earsNone" };
const KEPT = ["nothing", "figures", "business-words", "everything"];

// Whose card was saved last, and not touched since.
let saved = "";

export class ClientView {
  constructor({ act, client }) {
    this.act = act;
    this.client = client;
    this.touched = false;
    this.done = h("span", { role: "status", id: "saved" }, saved === client.name ? t("saved") : "");
    this.form = h("form", { id: "card", onsubmit: (event) => this.save(event) },
      who(client), time(client), work(client), wishes(client), keeping(client), consent(client),
      h("p", { class: "row go" }, h("button", { type: "submit", class: "main", id: "save" }, t("save")), this.done));
    this.element = h("div", { class: "client", oninput: () => this.touch() },
      h("p", { class: "eyebrow" }, t("clientTitle")), h("h1", {}, client.name),
      this.ways(), known(client), this.form, this.forgetting());
  }

  touch() {
    this.touched = true;
    saved = "";
    say(this.done, "");
  }

  // Drawn anew while it was typed in.
  carried() {
    this.touched = true;
    this.isSure();
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
    const card = this.answers();
    expect(card.name);
    this.touched = false;
    if (await this.act({ do: "client", was, card })) {
      saved = card.name;
      renamed(was, card.name);
      say(document.getElementById("saved"), t("saved"));
    } else {
      this.touched = true;
    }
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

  // What is gone for good is asked for by its name.
  forgetting() {
    const { name, calls } = this.client;
    const button = h("button", { type: "submit", class: "sure", id: "forget", disabled: true }, t("forgetNow"));
    const same = (text) => text.trim().toLowerCase() === name.toLowerCase();
    this.isSure = () => { button.disabled = !same(this.element.querySelector("#sure").value); };
    return h("details", { class: "card forgetting" }, h("summary", { id: "forgetting" }, t("forget", { name })),
      h("form", { onsubmit: async (event) => {
        event.preventDefault();
        const sure = event.target.querySelector("#sure").value;
        if (!same(sure)) return;
        this.touched = false;
        if (await this.act({ do: "forget", client: name, sure })) {
          renamed(name, "");
          go("clients");
        }
      } }, h("p", {}, t("forgetWhat", { name, calls })),
        line("sure", t("forgetSure", { name }), "", { oninput: () => this.isSure() }),
        h("p", { class: "row" }, button)));
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

function wishes({ preferred, banned, own }) {
  return group(t("groupLines"),
    lines("preferred", t("preferred"), preferred.join("\n"), { rows: 2, hint: t("linesHint") }),
    lines("banned", t("banned"), banned.join("\n"), { rows: 2, hint: t("linesHint") }),
    lines("own", t("ownLines"), own.join("\n"), { rows: 3, hint: t("ownLinesHint") }));
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
  const said = announcement?.announced ? t("announcedOn", { date: announcement.announced }) : announcement ? t("dueNext") : null;
  const rows = [
    [t("callsTitle"), String(calls)],
    [t("announcement"), said],
    [t("listensBy"), ears ? t(EARS[ears]) : ""],
    [t("waiting"), parked.join(" · ")],
    [t("rememberTitle"), remembered.join(" · ")],
  ].filter(([, value]) => value);
  return h("dl", { class: "known" }, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}
