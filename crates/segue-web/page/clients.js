// Who is remembered: everybody in a list, a new one by a name, and the last step taken back.

import { documentAddress } from "./api.js";
import { h, say } from "./dom.js";
import { line } from "./fields.js";
import { go } from "./route.js";
import { Undoing } from "./undoing.js";
import { t } from "./words.js";

// What was done last, while one stays on this page.
let told = "";
// What is told to whoever comes here next.
let waits = "";

// Goes to the clients and says there what was done.
export function goAndTell(text) {
  waits = text;
  go("clients");
}

export class ClientsView {
  constructor({ act, state, arrived }) {
    if (arrived) [told, waits] = [waits, ""];
    this.act = act;
    this.done = h("span", { role: "status", id: "done" }, told);
    this.element = h("div", { class: "clients" },
      h("h1", {}, t("clients")),
      state.clients.length ? h("ul", { class: "people" }, state.clients.map(person)) : h("p", {}, t("noClients")),
      this.adding(),
      new Undoing({ act, step: state.last_step, done: (message) => this.tell(message) }).element,
      h("p", {}, this.done),
      h("p", { class: "row" },
        h("a", { class: "button", href: documentAddress("/api/trend.html"), target: "_blank", rel: "noopener" }, t("trend")),
        h("button", { type: "button", id: "privacy", onclick: () => go("privacy") }, t("privacy")),
        h("button", { type: "button", class: "main", id: "to-start", onclick: () => go("start") }, t("toStart"))));
  }

  adding() {
    return h("form", { class: "card", onsubmit: async (event) => {
      event.preventDefault();
      const name = event.target.querySelector("#new-name").value.trim();
      if (await this.act({ do: "client", card: { name } })) go("client", name);
    } }, line("new-name", t("newClient"), "", { hint: t("clientNameHint"), required: true }),
      h("p", { class: "row" }, h("button", { type: "submit", id: "add" }, t("add"))));
  }

  // The page may be drawn anew by then.
  tell(message) {
    told = message;
    say(document.getElementById("done"), told);
  }
}

function person(client) {
  const facts = [
    t("callsSoFar", { calls: client.calls }),
    client.minutes ? t("minutesEach", { minutes: client.minutes }) : null,
    t(client.tone),
    client.next_meeting,
  ].filter(Boolean).join(" · ");
  return h("li", {},
    h("button", { type: "button", class: "person", onclick: () => go("client", client.name) }, h("strong", {}, client.name), h("small", {}, facts)),
    client.announcement_due ? h("small", { class: "due" }, t("dueNext")) : null,
    client.departure ? h("small", { class: "due" }, t("noteDue")) : null);
}
