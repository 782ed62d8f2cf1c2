// Every stored thing, by client and kind, and how it is protected.

import { read } from "./api.js";
import { h } from "./dom.js";
import { go } from "./route.js";
import { t } from "./words.js";

export class PrivacyView {
  constructor() {
    this.list = h("div", { id: "held", "aria-live": "polite" });
    this.element = h("div", { class: "privacy" },
      h("h1", {}, t("privacyTitle")), this.list,
      h("p", { class: "row" }, h("button", { type: "button", class: "main", id: "to-clients", onclick: () => go("clients") }, t("toClients"))));
    this.fetch();
  }

  update() {
    this.fetch();
  }

  async fetch() {
    const found = await read("/api/privacy");
    if (found) this.list.replaceChildren(...all(found));
  }
}

function all({ path, protection, held }) {
  const people = [...new Set(held.map(({ client }) => client))];
  return [
    h("p", {}, t(`protection_${protection}`)),
    h("p", {}, t("noSoundKept")),
    h("p", {}, h("small", {}, path)),
    held.length ? null : h("p", {}, t("nothingStored")),
    ...people.map((client) => person(client, held.filter((one) => one.client === client))),
  ].filter(Boolean);
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
