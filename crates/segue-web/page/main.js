// The page draws what the program says, and says what the user does. It keeps nothing of its own
// but what is being typed.

import { AfterView } from "./after.js";
import { AnnounceView } from "./announce.js";
import { command, connect, hasToken, waiting } from "./api.js";
import { CallView } from "./call.js";
import { ClientView } from "./client.js";
import { ClientsView } from "./clients.js";
import { DepartureView } from "./departure.js";
import { Place, h, say, turnTo } from "./dom.js";
import { follow } from "./keys.js";
import { PrepareView } from "./prepare.js";
import { PrivacyView } from "./privacy.js";
import { here, onRoute } from "./route.js";
import { SmallWindow, canBeSmall } from "./small.js";
import { RehearsalView } from "./rehearse.js";
import { listen, listenAgain, stop } from "./sound.js";
import { start } from "./start.js";
import { carry } from "./typed.js";
import { speak, t } from "./words.js";

const page = new Place(document.getElementById("page"));
const link = document.getElementById("link");
const answer = document.getElementById("answer");
let view = null;
let beginning = null;
let small = null;
let last = null;
// The call just ended is to be gone on with.
let goesOn = false;
// Why nobody answers, by its text.
let lost = "awayIdle";
// Nobody answers now.
let away = false;

// Gives a command and says what stood in its way.
async function act(body, told, refused) {
  const answered = command(body, told, refused);
  if (away) sayWaits();
  const { done, message } = await answered;
  // Why nobody answers stands at the top.
  say(answer, message ?? (lost === "stranger" ? "" : t("notDone")));
  return done;
}

// Nothing is listened to before the client's answer is known.
async function begin(body, consent) {
  const begun = await act(body);
  if (begun && body.ears === "browser" && consent) await listen();
  // What stands in its way may be out of sight.
  if (!begun) document.getElementById("cut-off")?.closest(".card").scrollIntoView({ block: "nearest" });
}

// Whoever forgot a call hears that it is gone, and goes on with the next one.
async function forget() {
  let told = "";
  if (!await act({ do: "discard" }, (message) => { told = message; })) return;
  say(answer, told);
  document.getElementById("client")?.focus();
}

// A call that was ended by mistake goes on; what the browser heard has to be asked for again.
async function goOn() {
  goesOn = true;
  if (!await act({ do: "resume" })) goesOn = false;
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
  privacy: () => new PrivacyView({ act }),
};

// What was typed on cards that were left and not saved, by their places.
const drafts = new Map();

// A card that is left goes on to wait for being saved.
function leave() {
  if (view?.waits) drafts.set(view.place, view);
}

// What was typed stays where a view takes the place of one of its kind.
function keepTyped(earlier) {
  if (!earlier) return;
  carry(earlier.element, view.element);
  view.carried?.(earlier);
}

// Draws where one is: the start, or a page of clients. What is being typed is not drawn over.
function between(state, entered) {
  const { page: wanted, client: whom = "", also = "" } = here();
  if (wanted === "start") {
    const { language, clients, can_listen, suggested, resume } = state;
    const earlier = beginning;
    leave();
    const drawn = page.draw(["start", language, clients, can_listen.model, suggested, resume], () => {
      beginning = start(state, { act, begin, forget });
      return beginning.element;
    });
    view = beginning;
    if (drawn) keepTyped(earlier);
    return view.update(can_listen);
  }
  const called = (name) => state.clients.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const client = called(whom) ?? called(also);
  const name = whom && !client ? "clients" : wanted;
  const place = `${name} ${whom}`;
  const stays = view?.place === place;
  // Of whoever is forgotten nothing waits.
  for (const left of drafts.keys()) if (!state.clients.some((one) => left === `client ${one.name}`)) drafts.delete(left);
  const arrived = entered || !stays;
  if (!arrived && view.update) return view.update(client);
  if (!arrived && view.touched) return;
  if (!stays) leave();
  // What was saved is not typed any more.
  const earlier = stays ? view.touched !== false && view : drafts.get(place);
  const drawn = page.draw([place, state.language, client ?? [state.clients, state.last_step]], () => {
    view = PAGES[name](state, client, arrived);
    return view.element;
  });
  view.place = place;
  if (drawn) keepTyped(earlier);
  drafts.delete(place);
}

// Puts the view of a screen in place of the one before; `earlier` is one of its kind, in another language.
function enter(key, made, earlier, update) {
  leave();
  view = made;
  page.draw(key, () => view.element);
  if (earlier) view.takeOver?.(earlier);
  update();
  keepTyped(earlier);
}

function drawRehearsal({ rehearsal, language, can_listen: canListen }, { moved, translated }) {
  const update = () => view.update(rehearsal, canListen.model !== null);
  // Another one began where the last one was.
  const another = moved || rehearsal.said.length < view.said;
  if (!another && !translated) return update();
  enter(["rehearsal", language, rehearsal.name, Date.now()], new RehearsalView({ act }), another ? null : view, update);
  if (another) document.getElementById("answer-text")?.focus();
}

function drawCall({ call, language, can_listen: canListen }, { moved, translated }) {
  const update = () => view.update(call);
  if (moved || translated) {
    const made = new CallView({ act, consented, listen: listenNow, system: canListen.system, small: canBeSmall() ? openSmall : null });
    enter(["call", language], made, null, update);
  } else {
    update();
  }
  if (small) small.view = view;
  small?.update();
}

function drawAfter({ after, language }, { moved, translated }) {
  const update = () => view.update(after);
  if (moved || translated) enter(["after", language], new AfterView({ act, goOn }), moved ? null : view, update);
  else update();
}

// Where the keyboard goes on, and whoever is read to, when the screen has changed by itself.
function arrive(screen) {
  if (screen === "rehearsal") return;
  const first = document.getElementById("client");
  if (first) first.focus();
  else turnTo(document.querySelector("#page h1"));
}

function draw(state) {
  const moved = state.screen !== last?.screen;
  const changed = { moved, translated: !moved && state.language !== last.language };
  const begins = last === null;
  last = state;
  speak(state.language);
  document.querySelectorAll("[data-lang]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.lang === state.language)));
  if (moved || changed.translated) view?.quiet?.();
  // Where nothing is listened to, the microphone is off.
  const hears = state.screen === "call" ? state.call.ears === "browser" : state.rehearsal?.listening;
  if (!hears) stop();
  else if (begins) listenAgain();
  else if (goesOn && state.call?.consented) listen();
  goesOn &&= state.screen !== "call";
  if (state.screen !== "call") {
    small?.close();
    small = null;
  }
  switch (state.screen) {
    case "start":
      between(state, moved || changed.translated);
      break;
    case "rehearsal":
      drawRehearsal(state, changed);
      break;
    case "call":
      drawCall(state, changed);
      // It begins: the next one is typed anew.
      beginning = null;
      break;
    default:
      drawAfter(state, changed);
  }
  if (moved && !begins) scrollTo(0, 0);
  document.title = state.call?.client ? `${state.call.client} · segue` : "segue";
  if (moved && !begins) arrive(state.screen);
}

async function openSmall() {
  small = new SmallWindow(view);
  await small.open().catch(() => { small = null; });
}

// What is told where nobody answers: of a call only where there is one.
const silence = (stranger) => (stranger ? "stranger" : last?.screen === "call" ? "away" : "awayIdle");

function hear(what, value) {
  away = ["closed", "stranger", "silent"].includes(what);
  lost = silence(what === "stranger");
  document.body.classList.toggle("away", away);
  if (what === "state") draw(value);
  // What was told while nobody answered does not hold any more.
  if (what === "stranger") say(answer, "");
  sayWaits();
}

// That nobody answers, and what was pressed meanwhile and waits.
function sayWaits() {
  const waits = away && lost !== "stranger" && waiting() ? ` ${t("keysWait", { count: waiting() })}` : "";
  say(link, away ? `${t(lost)}${waits}` : "");
}

onRoute(() => {
  say(answer, "");
  if (last?.screen !== "start") return;
  between(last, true);
  // Whoever listens to the page hears where they are.
  turnTo(document.querySelector("#page h1"));
});

follow(window, () => (view instanceof CallView ? view.known : null), (key, amongLetters) => view.press(key, amongLetters));
document.querySelectorAll("[data-lang]").forEach((button) => button.addEventListener("click", () => act({ do: "language", lang: button.dataset.lang })));
setInterval(() => {
  // In a page that the program does not know any more nothing goes on.
  if (away && lost === "stranger") return;
  view?.tick?.();
  small?.tick();
}, 1000);
if (hasToken()) connect(hear);
else page.draw("none", () => h("p", { class: "card" }, t("noToken")));
