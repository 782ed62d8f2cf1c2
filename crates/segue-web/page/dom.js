// Elements from what they are: a name, attributes, children. Text is always text, never markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const h = (name, attributes = {}, ...children) => fill(document.createElement(name), attributes, children);
export const svg = (name, attributes = {}, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

// Puts a text where it stands, and touches nothing if it stands there already.
export function say(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

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
    const held = this.element.contains(document.activeElement) ? document.activeElement.id : "";
    const made = make(value);
    this.element.replaceChildren(...(Array.isArray(made) ? made : [made]).flat().filter(Boolean));
    if (held) this.element.ownerDocument.getElementById(held)?.focus();
    return true;
  }
}

// Makes the places of a view by their names: each an element of that kind, and a `Place` of the view.
export const places = (view, kind) => (name, { tag = kind, ...attributes } = {}) => {
  const element = h(tag, attributes);
  view[name] = new Place(element);
  return element;
};

// A figure under its name.
export const figure = (name, value) => h("div", {}, h("dt", {}, name), h("dd", {}, value));

export const percent = (share) => `${Math.round(share * 100)} %`;

// Minutes and seconds, as on a clock.
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (number) => String(number).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}
