// Where on the page one is while no call is under way. The way back is the browser's; the address never
// holds a name, since browsers write addresses down.

const PAGES = ["clients", "client", "announce", "prepare", "note", "privacy"];
const way = [{ page: location.hash === "#clients" ? "clients" : "start" }];
let at = 0;
let tell = () => {};

export const here = () => way[at];

export function onRoute(hear) {
  tell = hear;
}

// Goes to a page, of a client if it is about one.
export function go(page, client = "") {
  way.length = at + 1;
  way.push({ page, client });
  at += 1;
  history.pushState({ at }, "", PAGES.includes(page) ? `#${page}` : location.pathname);
  tell();
  scrollTo(0, 0);
}

// A client may have another name in a moment: they are found by either until that is settled.
export function expect(name) {
  way[at].also = name;
}

// A client has another name, or none any more: the way back does not lead to the old one.
export function renamed(old, name) {
  for (const step of way) {
    if (step.client !== old) continue;
    step.client = name;
    delete step.also;
    if (!name) step.page = "clients";
  }
}

history.replaceState({ at }, "");
addEventListener("popstate", ({ state }) => {
  at = Math.min(state?.at ?? 0, way.length - 1);
  tell();
});
