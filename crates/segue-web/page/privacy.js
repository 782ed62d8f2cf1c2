// Every stored thing, by client and kind, and how it is protected.

import { read } from "./api.js";
import { Place, h, say } from "./dom.js";
import { Forgetting } from "./forgetting.js";
import { go, renamed } from "./route.js";
import { t } from "./words.js";

export class PrivacyView {
  constructor({ act }) {
    this.act = act;
    this.done = h("p", { role: "status" });
    this.list = new Place(h("div", { id: "held", "aria-live": "polite" }));
    this.element = h("div", { class: "privacy" },
      h("h1", {}, t("privacyTitle")), this.list.element, this.done,
      h("p", { class: "row" }, h("button", { type: "button", class: "main", id: "to-clients", onclick: () => go("clients") }, t("toClients"))));
    this.fetch();
  }

  update() {
    this.fetch();
  }

  async fetch() {
    const found = await read("/api/privacy");
    if (found) this.list.draw(found, () => all(found, (client, place, held) => this.forgetting(client, place, held)));
  }

  // Whoever is listed can be forgotten, also where there is no card any more.
  forgetting(name, place, held) {
    const count = (wanted) => held.find(({ kind }) => kind === wanted)?.count;
    const calls = count("client") ? count("figures") ?? 0 : null;
    const gone = () => {
      renamed(name, "");
      say(this.done, t("forgotten", { name }));
      return this.fetch();
    };
    return new Forgetting({ act: this.act, name, calls, gone, place: `-${place}` }).element;
  }
}

function all({ path, protection, held }, forgetting) {
  const people = [...new Set(held.map(({ client }) => client))];
  return [
    h("p", {}, t(`protection_${protection}`)),
    h("p", {}, t("noSoundKept")),
    h("p", {}, h("small", {}, path)),
    held.length ? null : h("p", {}, t("nothingStored")),
    ...people.map((client, place) => {
      const theirs = held.filter((one) => one.client === client);
      return [person(client, theirs), client === null ? null : forgetting(client, place, theirs)];
    }),
  ];
}

function person(client, held) {
  const name = client ?? t("nobodyInParticular");
  const stays = ({ kind, days }) =>
    (kind === "journal" ? t("staysJournal") : days ? t("staysDays", { days }) : t(client === null ? "staysNobody" : "staysForgotten"));
  return h("section", {}, h("h2", {}, name), h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": name },
    h("table", {}, h("thead", {}, h("tr", {}, ["storedWhat", "storedCount", "storedBytes", "storedStays"].map((column) => h("th", { scope: "col" }, t(column))))),
      h("tbody", {}, held.map((one) => h("tr", {},
        h("th", { scope: "row" }, t(`stored_${one.kind}`)), h("td", {}, String(one.count)), h("td", {}, String(one.bytes)), h("td", {}, stays(one))))))));
}
