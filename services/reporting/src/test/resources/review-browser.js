// As much of a browser as review.js speaks to. What came of it is in `page`.
const page = { asked: [], went: null, focused: null, answer: null, replaced: {}, wrong: null, state: { textContent: "" } };
const ADDRESS = "http://here/reviews/some/ruling";

const heard = {};
const happens = (type, event) => heard[type]({ preventDefault: () => (event.prevented = true), ...event });

// A field of the form.
class Field {
  constructor(name, kind, value, key) {
    Object.assign(this, { name, kind, value, key, checked: false, id: name });
  }
  focus() {
    page.focused = this.name;
  }
  click() {
    if (this.kind === "button") {
      happens("submit", { target: form, submitter: this });
      return;
    }
    this.checked = !this.checked;
    happens("change", { target: this });
  }
  closest() {
    return this.kind === "elsewhere" ? null : form;
  }
  matches(selector) {
    return selector.startsWith("#ruling") ? this.kind === "box" : this.kind === "text";
  }
}
const fields = {
  term: new Field("term", "box", "dizziness", "1"),
  notAnEvent: new Field("notAnEvent", "box", "true", "0"),
  q: new Field("q", "text", ""),
  reason: new Field("reason", "text", "so they say"),
  give: new Field("go", "button", "rule"),
  elsewhere: new Field("link", "elsewhere", ""),
};
const all = Object.values(fields);
const form = {
  action: ADDRESS,
  dataset: {},
  querySelector: (selector) => {
    const key = /data-key="(.)"/.exec(selector);
    if (key) return all.find((field) => field.key === key[1]) ?? null;
    if (selector === "[value=rule]") return fields.give;
    if (selector.startsWith("#")) return fields[selector.slice(1)];
    return fields.term;
  },
  querySelectorAll: (selector) => all.filter((field) => selector === `[name=${field.name}]`),
};
const part = (id) => ({
  childNodes: [],
  addEventListener: (type, run) => (heard[type] = run),
  replaceChildren: (...nodes) => (page.replaced[id] = nodes.join()),
  scrollIntoView: () => {},
});
const content = part("content");
content.querySelector = (selector) => (selector === "[aria-invalid]" ? page.wrong : null);
const parts = { content, effect: part("effect"), found: part("found"), terms: part("terms") };
globalThis.document = {
  getElementById: (id) => ({ ruling: form, "ruling-state": page.state, ...parts })[id] ?? null,
  body: { dispatchEvent: () => {} },
};
globalThis.window = { location: { assign: (address) => (page.went = address) } };
globalThis.Event = class {};
globalThis.setTimeout = (run) => (page.timer = run);
globalThis.clearTimeout = () => {};

globalThis.FormData = class {
  constructor() {
    this.entries = all.filter((field) => field.checked || field.kind === "text").map((field) => [field.name, field.value]);
  }
};
globalThis.URLSearchParams = class extends Map {
  constructor(data) {
    super(data.entries);
  }
};
globalThis.URL = class {
  constructor(address) {
    this.pathname = address.replace(/^http:..here|[?].*$/g, "");
  }
};
globalThis.AbortController = class {
  signal = { aborted: false };
  abort() {
    this.signal.aborted = true;
  }
};
globalThis.AbortSignal = { timeout: () => ({}), any: ([signal]) => signal };
// What is parsed says so in each part.
globalThis.DOMParser = class {
  parseFromString(text) {
    return { getElementById: (id) => ({ childNodes: [`${id} of ${text}`] }) };
  }
};
// Each question waits until a test answers it.
globalThis.fetch = (address, { body, headers }) =>
  new Promise((resolve, reject) => page.asked.push({ go: body.get("go"), body, headers, resolve, reject }));
const answers = (number, { status = 200, type = "text/html", url = ADDRESS, text = "page" } = {}) =>
  page.asked[number].resolve({ status, url, headers: { get: () => type }, text: async () => text });
const fails = (number) => page.asked[number].reject(new Error("no network"));

const key = (name, target, more = {}) => {
  const event = { key: name, target: fields[target], ...more };
  let prevented = false;
  heard.keydown({ ...event, preventDefault: () => (prevented = true) });
  return prevented;
};
