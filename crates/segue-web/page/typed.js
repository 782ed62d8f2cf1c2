// What was typed or chosen on the page and is not sent yet: it stays when the page is drawn anew, in another language say.

const typed = new WeakSet();

addEventListener("input", ({ target }) => typed.add(target), true);

export const isTyped = (field) => typed.has(field);

// Says whether a field holds what the user typed, or what the program put there.
export function mark(field, on) {
  if (on) typed.add(field);
  else typed.delete(field);
}

// Takes what was typed over to the element that takes the place of another one of its kind.
export function carry(from, to) {
  for (const field of from.querySelectorAll("input, textarea, select")) {
    const twin = typed.has(field) ? twinOf(field, to) : null;
    if (!twin) continue;
    if (field.type === "radio" || field.type === "checkbox") {
      if (field.type === "radio" && !field.checked) continue;
      twin.checked = field.checked;
    } else {
      twin.value = field.value;
      if (twin === document.activeElement && field.selectionStart !== null && twin.setSelectionRange) twin.setSelectionRange(field.selectionStart, field.selectionEnd);
    }
    typed.add(twin);
  }
  const [folded, unfolded] = [from, to].map((element) => [...element.querySelectorAll("details")]);
  folded.forEach(({ open }, index) => unfolded[index]?.toggleAttribute("open", open));
}

function twinOf({ id, name, value, type }, to) {
  if (id) return to.querySelector(`#${CSS.escape(id)}`);
  return type === "radio" ? to.querySelector(`[name=${CSS.escape(name)}][value=${CSS.escape(value)}]`) : null;
}
