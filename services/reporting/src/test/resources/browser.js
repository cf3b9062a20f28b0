// As much of a browser as dripline.js speaks to, with a clock that a test moves. What came of it is in `page`.
const state = { dataset: {}, said: [], textContent: "" };
// What is put there is read aloud, be it the same as before.
Object.defineProperty(state, "textContent", { get: () => state.said.at(-1) ?? "", set: (words) => state.said.push(words) });
const page = { state, asked: 0, reloads: 0, answer: null, now: 0, elements: {}, opened: [] };

const timers = new Map();
globalThis.setTimeout = (run, after) => {
  const id = timers.size + 1;
  timers.set(id, { run, at: page.now + after });
  return id;
};
globalThis.clearTimeout = (id) => {
  if (timers.has(id)) timers.get(id).run = null;
};
Date.now = () => page.now;
// Runs the earliest timer that is due by then; says whether there was one. Each is a call, after which promises settle.
const runTimer = (until) => {
  const due = [...timers.values()].filter((t) => t.run && t.at <= until).sort((a, b) => a.at - b.at)[0];
  if (!due) {
    page.now = until;
    return false;
  }
  page.now = due.at;
  const run = due.run;
  due.run = null;
  run();
  return true;
};

const heard = {};
globalThis.Event = class {
  constructor(type) {
    this.type = type;
  }
};
globalThis.document = {
  getElementById: (id) => (id === "live" ? page.state : (page.elements[id] ?? null)),
  querySelectorAll: () => page.opened,
  activeElement: null,
  body: { addEventListener: (type, run) => (heard[type] = run), dispatchEvent: () => {} },
};
globalThis.window = { addEventListener: () => {}, location: { pathname: "/", search: "", replace: () => page.reloads++ } };
globalThis.EventSource = class {
  static OPEN = 1;
  static CLOSED = 2;
  readyState = 1;
  addEventListener() {}
};
const stored = {};
globalThis.sessionStorage = { getItem: (key) => stored[key] ?? null, setItem: (key, value) => (stored[key] = value) };

globalThis.AbortSignal = { timeout: (after) => ({ after }) };
// No answer: nobody ever does. An answer without a type: the network says no.
globalThis.fetch = (address, { signal } = {}) => {
  if (address !== "/sign-in") throw new Error(`nobody asks ${address}`);
  page.asked++;
  return new Promise((answer, fail) => {
    if (signal) setTimeout(() => fail(new Error("timed out")), signal.after);
    if (page.answer?.type) answer(page.answer);
    else if (page.answer) fail(new Error("refused"));
  });
};

// What stands in the part: what can have the focus, and what can be scrolled.
let parts = { focusable: [], scrolled: [] };
const link = (href) => ({ getAttribute: () => href, focus: () => (document.activeElement = { href }) });
const part = { id: "part", querySelectorAll: (selector) => (selector === ".scroll" ? parts.scrolled : parts.focusable) };

// An answer that is about to be put in place, and whether it was.
const answered = (response, status = 200) => {
  const event = { detail: { target: part, xhr: { status }, serverResponse: response, shouldSwap: status === 200 } };
  heard["htmx:beforeSwap"](event);
  if (event.detail.shouldSwap) {
    parts = page.next ?? parts;
    heard["htmx:afterSwap"]();
  }
  return event.detail.shouldSwap;
};
const refreshed = () => heard["htmx:afterSwap"]();
const refused = (status) => heard["htmx:responseError"]({ detail: { xhr: { status } } });
