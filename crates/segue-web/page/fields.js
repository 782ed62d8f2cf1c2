// Fields of forms: a label, what is filled in, and a hint that a screen reader ties to it.

import { h, say } from "./dom.js";

export const choice = (id, label, options, chosen, more = {}) =>
  h("p", {}, h("label", { for: id }, label),
    h("select", { id, ...more }, options.map(([value, text]) => h("option", { value, selected: value === chosen }, text))));

const labelled = (tag) => (id, label, value, more = {}) => {
  const { hint, ...attributes } = more;
  const field = h(tag, { id, autocomplete: "off", "aria-describedby": hint ? `${id}-hint` : null, ...attributes });
  field.value = value ?? "";
  return h("p", {}, h("label", { for: id }, label), field, hint ? h("small", { id: `${id}-hint` }, hint) : null);
};

export const line = labelled("input");
export const lines = labelled("textarea");

export const number = (id, label, value, more = {}) => line(id, label, value, { type: "number", inputmode: "decimal", ...more });

// The lines of a text that say something.
export const rows = (text) => text.split("\n").map((row) => row.trim()).filter(Boolean);

// Says at a field why it cannot be as it is filled in, and takes the user there.
export function fault(field, text) {
  const id = `${field.id}-fault`;
  field.after(h("small", { id, class: "fault", role: "alert" }, text));
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-errormessage", id);
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "center" });
}

export function noFault(form) {
  form.querySelectorAll(".fault").forEach((told) => told.remove());
  form.querySelectorAll("[aria-invalid]").forEach((field) => {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-errormessage");
  });
}

// A text to be sent elsewhere, with a button that copies it. `fresh` waits until it stands there as the form above says now.
export function letter(id, label, text, copyLabel, copied, fresh = () => {}) {
  const field = h("textarea", { id, rows: Math.min(16, Math.max(4, text.split("\n").length + 1)), readonly: true }, text);
  const copy = async ({ currentTarget: button }) => {
    await fresh();
    const shown = button.ownerDocument.getElementById(id)?.closest(".letter");
    if (!shown) return;
    const stands = shown.querySelector("textarea");
    stands.select();
    await navigator.clipboard.writeText(stands.value).then(() => say(shown.querySelector("[role=status]"), copied), () => {});
  };
  return h("div", { class: "letter" }, h("label", { for: id }, label), field,
    h("p", { class: "row" }, h("button", { type: "button", onclick: copy }, copyLabel), h("span", { role: "status" })));
}
