// The page draws what the program says, and says what the user does. It keeps nothing of its own.

import { AfterView } from "./after.js";
import { AnnounceView } from "./announce.js";
import { command, connect, hasToken } from "./api.js";
import { CallView } from "./call.js";
import { ClientView } from "./client.js";
import { ClientsView } from "./clients.js";
import { DepartureView } from "./departure.js";
import { Place, h, say } from "./dom.js";
import { follow } from "./keys.js";
import { PrepareView } from "./prepare.js";
import { PrivacyView } from "./privacy.js";
import { here, onRoute } from "./route.js";
import { SmallWindow, canBeSmall } from "./small.js";
import { RehearsalView } from "./rehearse.js";
import { listen, stop } from "./sound.js";
import { start } from "./start.js";
import { speak, t } from "./words.js";

const page = new Place(document.getElementById("page"));
const link = document.getElementById("link");
const answer = document.getElementById("answer");
let view = null;
let beginning = null;
let small = null;
let shown = "";
let last = null;

// Gives a command and says what stood in its way.
async function act(body, told) {
  const message = await command(body, told);
  say(answer, message ?? t("away"));
  return message === "";
}

// Nothing is listened to before the client's answer is known.
async function begin(body, consent) {
  if (await act(body) && body.ears === "browser" && consent) await listen();
}

async function consented(basis) {
  const { ears } = view.call;
  if (await act({ do: "consent", given: true, basis }) && ears === "browser") await listen();
}

// Where the client was not asked yet, the page asks first.
async function listenNow(ears) {
  const { consented: fine } = view.call;
  if (await act({ do: "ears", ears }) && fine && ears === "browser") await listen();
}

// The pages of clients, while no call is under way.
const PAGES = {
  clients: (state, client, arrived) => new ClientsView({ act, state, arrived }),
  client: (state, client) => new ClientView({ act, client }),
  announce: (state, client) => new AnnounceView({ act, client }),
  prepare: (state, client) => new PrepareView({ client }),
  note: (state, client) => new DepartureView({ act, client }),
  privacy: () => new PrivacyView(),
};

// Draws where one is: the start, or a page of clients. What is being typed is not drawn over.
function between(state, entered) {
  const { page: wanted, client: whom = "", also = "" } = here();
  if (wanted === "start") {
    const { language, clients, can_listen, suggested, resume } = state;
    page.draw(["start", language, clients, can_listen.model, suggested, resume], () => {
      beginning = start(state, { act, begin });
      return beginning.element;
    });
    view = beginning;
    return view.update(can_listen);
  }
  const called = (name) => state.clients.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const client = called(whom) ?? called(also);
  const name = whom && !client ? "clients" : wanted;
  const place = `${name} ${whom}`;
  const arrived = entered || view?.place !== place;
  if (!arrived && view.update) return view.update(client);
  if (!arrived && view.touched) return;
  page.draw([name, state.language, client ?? state.clients], () => {
    view = PAGES[name](state, client, arrived);
    return view.element;
  });
  view.place = place;
}

function draw(state) {
  last = state;
  speak(state.language);
  document.querySelectorAll("[data-lang]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.lang === state.language)));
  const screen = `${state.screen} ${state.language}`;
  const entered = screen !== shown;
  if (entered) view?.quiet?.();
  shown = screen;
  // Where nothing is listened to, the microphone is off.
  const hears = state.screen === "call" ? state.call.ears === "browser" : state.rehearsal?.listening;
  if (!hears) stop();
  if (state.screen !== "call") {
    small?.close();
    small = null;
  }
  switch (state.screen) {
    case "start":
      between(state, entered);
      break;
    case "rehearsal":
      // Another one began where the last one was.
      if (entered || state.rehearsal.said.length < view.said) {
        view = new RehearsalView({ act });
        page.draw([screen, state.rehearsal.name, Date.now()], () => view.element);
        document.getElementById("answer-text")?.focus();
      }
      view.update(state.rehearsal, state.can_listen.model !== null);
      break;
    case "call":
      if (entered) {
        view = new CallView({ act, consented, listen: listenNow, system: state.can_listen.system, small: canBeSmall() ? openSmall : null });
        page.draw(screen, () => view.element);
      }
      view.update(state.call);
      small?.update();
      break;
    default:
      if (entered) {
        view = new AfterView({ act });
        page.draw(screen, () => view.element);
      }
      view.update(state.after);
  }
  document.title = state.call?.client ? `${state.call.client} · segue` : "segue";
}

async function openSmall() {
  small = new SmallWindow(view);
  await small.open().catch(() => { small = null; });
}

connect((what, value) => {
  document.body.classList.toggle("away", what === "closed");
  if (what === "state") draw(value);
  say(link, what === "closed" ? t("away") : "");
});

onRoute(() => {
  say(answer, "");
  if (last?.screen !== "start") return;
  between(last, true);
  // Whoever listens to the page hears where they are.
  const title = document.querySelector("#page h1");
  title?.setAttribute("tabindex", "-1");
  title?.focus();
});

follow(window, () => (view instanceof CallView ? view.call : null), (key) => view.press(key));
document.querySelectorAll("[data-lang]").forEach((button) => button.addEventListener("click", () => act({ do: "language", lang: button.dataset.lang })));
setInterval(() => {
  view?.tick?.();
  small?.tick();
}, 1000);
if (!hasToken()) page.draw("none", () => h("p", { class: "card" }, t("noToken")));
