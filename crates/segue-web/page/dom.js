// Elements from what they are: a name, attributes, children. Text is always text, never markup.

const SVG = "http://www.w3.org/2000/svg";
const HANDLERS = Symbol("handlers");

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) on(element, name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// A handler gives way to another one while its element stays.
function on(element, event, handler) {
  element[HANDLERS] ??= {};
  if (!(event in element[HANDLERS])) element.addEventListener(event, (given) => element[HANDLERS][event]?.(given));
  element[HANDLERS][event] = handler;
}

export const h = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);
export const svg = (name, attributes = {}, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

// Puts a text where it stands, and touches nothing if it stands there already.
export function say(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

// Takes the keyboard, and whoever is read to, to an element that takes no keys itself.
export function turnTo(element) {
  element?.setAttribute("tabindex", "-1");
  element?.focus({ preventScroll: true });
}

// A button at work: until it is done it is seen to be, and pressing it again does nothing.
export const working = (work) => async ({ currentTarget: button }) => {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  await work();
  button.removeAttribute("aria-busy");
};

// A place on the page that is drawn anew only when what it shows has changed: nothing moves when
// nothing happens, and the keyboard stays where it is.
export class Place {
  constructor(element) {
    this.element = element;
    this.shown = undefined;
  }

  draw(value, make) {
    const key = JSON.stringify(value ?? null);
    if (key === this.shown) return false;
    this.shown = key;
    const { ownerDocument } = this.element;
    const held = this.element.contains(ownerDocument.activeElement) ? ownerDocument.activeElement : null;
    const made = make(value);
    this.put((Array.isArray(made) ? made : [made]).flat().filter(Boolean));
    if (held && !this.element.contains(held)) this.lost(held.id ? ownerDocument.getElementById(held.id) : null);
    return true;
  }

  put(made) {
    this.element.replaceChildren(...made);
  }

  // What had the keyboard is gone; `again` has come in its place, if anything has.
  lost(again) {
    again?.focus();
  }
}

// A place that stays under a finger, the keyboard and what reads it aloud: what is there becomes what is to be there.
export class SteadyPlace extends Place {
  put(made) {
    renew(this.element, made.map((one) => (one instanceof Node ? one : new Text(one))));
  }

  // The keyboard goes on from here, and not from the top of the page; where nothing is left that could be read aloud, from a heading.
  lost(again) {
    const speaks = () => this.element.textContent || this.element.hasAttribute("aria-live");
    const left = () => (speaks() ? this.element : this.element.ownerDocument.querySelector("h1"));
    if (again) again.focus();
    else turnTo(this.element.querySelector("h1, h2") ?? left());
  }
}

// Something is the same as long as its name is; a button without one is what it says.
const named = (node) => node.id || node.dataset?.key || (node.nodeName === "BUTTON" ? node.textContent : "");
const same = (one, other) => one.nodeName === other.nodeName && named(one) === named(other);

function renew(parent, wanted) {
  const free = new Set(parent.childNodes);
  const there = wanted.map((made) => {
    for (const old of free) if (same(old, made)) return free.delete(old) && old;
    return null;
  });
  free.forEach((old) => old.remove());
  let next = parent.firstChild;
  wanted.forEach((made, index) => {
    const old = there[index];
    if (old && old === next) next = next.nextSibling;
    else parent.insertBefore(old ?? made, next);
    if (old) become(old, made);
  });
}

function become(old, made) {
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== made.data) old.data = made.data;
    return;
  }
  for (const { name } of [...old.attributes]) if (name !== "tabindex" && !made.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of made.attributes) if (old.getAttribute(name) !== value) change(old, name, value);
  if (old.checked !== made.checked) old.checked = made.checked;
  for (const event of Object.keys(old[HANDLERS] ?? {})) old[HANDLERS][event] = null;
  for (const [event, handler] of Object.entries(made[HANDLERS] ?? {})) on(old, event, handler);
  renew(old, [...made.childNodes]);
}

// What is being typed is not taken away.
function change(element, attribute, value) {
  element.setAttribute(attribute, value);
  if (attribute === "value" && element !== element.ownerDocument.activeElement) element.value = value;
}

// Makes the places of a view by their names: each an element of that kind, and a place of the view.
export const places = (view, kind) => (name, { tag = kind, ...attributes } = {}) => {
  const element = h(tag, attributes);
  view[name] = new SteadyPlace(element);
  return element;
};

// A figure under its name.
export const figure = (name, value) => h("div", {}, h("dt", {}, name), h("dd", {}, value));

// A share, written as the language of the page does: 24% in English, 24 % in Russian.
export const percent = (share) => `${Math.round(share * 100)}${document.documentElement.lang === "ru" ? " " : ""}%`;

// A day as people write it: 6 August 2026, 6 августа 2026.
export function day(iso) {
  const { lang } = document.documentElement;
  const parts = new Intl.DateTimeFormat(lang === "ru" ? "ru" : "en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).formatToParts(new Date(iso));
  return ["day", "month", "year"].map((wanted) => parts.find(({ type }) => type === wanted).value).join(" ");
}

// Minutes and seconds, as on a clock.
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
