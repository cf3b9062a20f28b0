// As much of a browser as clinic.js speaks to. What came of it is in `page`.
const page = { zone: { value: "" }, over: { hidden: true, scrollIntoView: () => {} }, status: 200, asked: [], sent: [] };

const listening = (element) => {
  element.heard = {};
  element.addEventListener = (type, run) => (element.heard[type] = run);
  return element;
};
page.form = listening({ dataset: {} });
page.form.requestSubmit = (submitter) => {
  const event = { submitter, defaultPrevented: false, preventDefault: () => (event.defaultPrevented = true) };
  // page.js, which every page loads before, lets a form be sent once.
  if (page.form.dataset.sent) event.preventDefault();
  page.form.dataset.sent = "yes";
  page.form.heard.submit(event);
  if (!event.defaultPrevented) page.sent.push(submitter);
};
page.file = listening({ dataset: { mostBytes: "100" }, files: [], reportValidity: () => {} });
page.file.setCustomValidity = (words) => (page.file.words = words);

globalThis.Intl = { DateTimeFormat: () => ({ resolvedOptions: () => ({ timeZone: "Australia/Sydney" }) }) };
globalThis.AbortSignal = { timeout: () => null };
globalThis.fetch = async (address, options) => {
  page.asked.push(address + " " + options.headers["X-Requested-With"]);
  if (page.status === 0) throw new Error("nobody there");
  return { ok: page.status === 200 };
};
globalThis.document = {
  getElementById: () => page.over,
  querySelectorAll: (selector) => {
    if (selector.startsWith("form")) return [page.form];
    return selector.includes("zone") ? [page.zone] : [page.file];
  },
};
