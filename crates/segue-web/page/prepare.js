// Before the next call: what to know, what to try, and an invitation to send.

import { documentAddress, reader } from "./api.js";
import { h, places } from "./dom.js";
import { letter, line, lines, rows } from "./fields.js";
import { go } from "./route.js";
import { t } from "./words.js";

export class PrepareView {
  constructor({ client }) {
    this.client = client;
    this.read = reader();
    const shown = places(this, "div")("shown", { id: "preparation", "aria-live": "polite" });
    this.form = h("form", { onsubmit: (event) => event.preventDefault(), oninput: () => this.preview() },
      lines("items", t("agenda"), "", { rows: 3, hint: t("agendaHint") }),
      h("div", { class: "two" },
        line("when", t("prepareWhen"), client.next_call ?? "", { type: "datetime-local", hint: t("prepareWhenHint") }),
        line("me", t("myName"), "", { hint: t("myNameHint"), autocomplete: "name" })));
    this.element = h("div", { class: "prepare" },
      h("p", { class: "eyebrow" }, client.name), h("h1", {}, t("prepare")), this.form, shown,
      h("p", {}, h("button", { type: "button", id: "to-client", onclick: () => go("client", client.name) }, t("backTo", { name: client.name }))));
    this.preview();
  }

  // What is written here does not change by what is remembered meanwhile.
  update() {}

  // The same page in another language.
  carried() {
    this.preview();
  }

  query() {
    const get = (id) => this.form.querySelector(`#${id}`).value.trim();
    const asked = { client: this.client.name, agenda: rows(get("items")).join("\n"), when: get("when"), me: get("me") };
    return new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  }

  preview() {
    const query = this.query();
    return this.read(`/api/preparation?${query}`, (found) => found && this.show(found, query));
  }

  show(found, query) {
    this.shown.draw([found, String(query)], () => [
      h("section", { class: "card paper" }, h("h2", {}, found.title), found.parts.map(part)),
      letter("invitation", t("prepareInvitation"), `${found.subject}\n\n${found.invitation}`, t("copy"), t("copied"), () => this.preview()),
      found.dated ? h("p", {}, h("a", { class: "button", id: "calendar", href: documentAddress(`/api/preparation.ics?${query}`), download: "call.ics" }, t("prepareCalendar"))) : null]);
  }
}

// A part of what there is to know: paragraphs or a list; the lines of a text to be said stay lines.
function part({ title, paragraphs, list, verbatim }) {
  const shown = list ? [h("ul", {}, paragraphs.map((text) => h("li", {}, text)))] : paragraphs.map((text) => h("p", { class: verbatim ? "aloud" : null }, text));
  return [h("h3", {}, title), ...shown];
}
