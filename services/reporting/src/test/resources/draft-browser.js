// As much of a browser as draft.js speaks to: one window, whose pages a test opens one after the other. What came of it is in `page`.
const stored = new Map();
globalThis.sessionStorage = {
  getItem: (key) => stored.get(key) ?? null,
  setItem: (key, value) => stored.set(key, value),
  removeItem: (key) => stored.delete(key),
};

const listening = (element) => {
  element.heard = {};
  element.addEventListener = (type, run) => (element.heard[type] = run);
  return element;
};
let page = null;
// A page for a person, with a form, and perhaps with what became of one that was sent: done or refused.
const opened = (person, { outcome = null, version = "7", reason = "", action = "/alerts/1/assessment", address = "/alerts/1", forgotten = false, done = "assessment" } = {}) => {
  const [pathname, query] = address.split("?");
  globalThis.location = { pathname, search: query ? `?${query}` : "" };
  const signOut = listening({});
  page = {
    signOut,
    notes: [],
    version: { name: "version", type: "hidden", value: version },
    reason: { name: "reason", type: "textarea", value: reason },
    yes: { name: "assessment", type: "radio", value: "CONFIRMED", checked: false },
    no: { name: "assessment", type: "radio", value: "EXPLAINED", checked: false },
  };
  page.form = listening({
    getAttribute: () => action,
    dataset: { kept: "the alert", done, ...(forgotten && { forgotten: "" }) },
    elements: [page.version, page.reason, page.yes, page.no],
    prepend: (note) => page.notes.push(note.textContent),
  });
  globalThis.document = {
    getElementById: () => null,
    querySelector: (selector) => {
      if (selector === "header .who") return { dataset: { person }, querySelector: () => signOut };
      return selector === `.${outcome}` ? {} : null;
    },
    querySelectorAll: (selector) => (selector === "form[data-kept]" ? [page.form] : []),
    createElement: () => ({ setAttribute: () => {} }),
  };
};
// The page that a form is answered with whose sender's session has ended.
const notSent = () => {
  page = { kept: { textContent: "" } };
  globalThis.document = { getElementById: () => page.kept };
};
const typed = (reason) => {
  page.reason.value = reason;
  page.no.checked = true;
  page.form.heard.input();
};
