// As much of a browser as page.js speaks to. What came of it is in `page`.
const page = { cookie: "", times: [], forms: [], theme: null, heard: {} };

const listening = (element) => {
  element.heard = {};
  element.addEventListener = (type, run) => (element.heard[type] = run);
  return element;
};
page.times.push({ dateTime: "2026-11-22T01:02:03Z", textContent: "22 November 2026, 01:02 UTC", title: "" });
page.theme = listening({ value: "system" });
page.filters = listening({ method: "get", dataset: {} });
page.step = listening({ method: "post", dataset: {} });
page.forms.push(page.filters, page.step);

globalThis.Intl = {
  DateTimeFormat: class {
    format(date) {
      return "local " + date.toISOString();
    }
  },
};
const documentElement = { dataset: { theme: "system" } };
globalThis.document = {
  documentElement,
  body: { addEventListener: (type, run) => (page.heard[type] = run) },
  getElementById: (id) => (id === "theme" ? page.theme : null),
  querySelectorAll: (selector) => {
    if (selector.startsWith("time")) return page.times.filter((time) => !time.title);
    if (selector === "form[data-sent]") return page.forms.filter((form) => form.dataset.sent);
    return page.forms;
  },
  set cookie(value) {
    page.cookie = value;
  },
};
globalThis.window = { addEventListener: (type, run) => (page.heard[type] = run) };

const sent = (form) => {
  let prevented = false;
  form.heard.submit({ preventDefault: () => (prevented = true) });
  return !prevented;
};
const filtered = (entries) => {
  const formData = new Map(entries);
  page.filters.heard.formdata({ formData });
  return [...formData.keys()].join(",");
};
