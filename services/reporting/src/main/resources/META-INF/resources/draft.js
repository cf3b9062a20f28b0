// Keeps what is typed into a form that says data-kept, in this window and for this person, until the server has taken it:
// a session that ends meanwhile, a server that is away or a refusal costs nobody their words. At the address that says so
// (data-done) a page tells by .done that they were taken, at the form's own by .refused that they were not; in a refused form the
// server has kept them itself, as long as that page is open. Without this script they are gone. What data-kept is says what the form
// is about: where that has changed since, the words are back with a warning. What tells of a patient is not for a browser to keep: a clinic's forms do not say data-kept, and a refused form in
// which the server found what looks like it says data-forgotten.
(() => {
  const KEY = "dripline.drafts";
  const read = () => {
    try {
      return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
    } catch {
      return {};
    }
  };
  // What was sent last, until a page tells what became of it.
  const kept = { person: null, forms: {}, last: null, ...read() };
  const write = () => sessionStorage.setItem(KEY, JSON.stringify(kept));
  const drafts = () => Object.values(kept.forms);

  const notSent = document.getElementById("kept");
  if (notSent) {
    for (const draft of drafts()) draft.sent = false;
    kept.last = null;
    if (drafts().length) notSent.textContent = "What you typed is kept in this window, and stands in its form when you are back.";
    write();
    return;
  }

  const who = document.querySelector("header .who");
  if (!who) return;
  if (kept.person !== who.dataset.person) Object.assign(kept, { person: who.dataset.person, forms: {}, last: null });
  const isRefused = document.querySelector(".refused") !== null;
  const last = kept.last;
  const lastPath = last?.split("?")[0];
  // What is done is said beside where the form stands, by the address that the server leads to; other pages say it of other things.
  const isDone = ({ done }) => {
    const around = lastPath.slice(0, lastPath.lastIndexOf("/"));
    const isBeside = location.pathname === around || location.pathname.startsWith(`${around}/`);
    return isBeside && location.search === `?done=${done}` && document.querySelector(".done") !== null;
  };
  if (last && kept.forms[last]) {
    if (isDone(kept.forms[last])) delete kept.forms[last];
    else if (isRefused && location.pathname === lastPath) Object.assign(kept.forms[last], { sent: false, refused: true });
  }
  kept.last = null;
  write();
  who.querySelector("a").addEventListener("click", () => sessionStorage.removeItem(KEY));

  const isTyped = (field) => field.name && !["hidden", "submit", "button", "password", "file"].includes(field.type);
  const isChosen = (field) => ["radio", "checkbox"].includes(field.type);
  const typedIn = (form) => [...form.elements]
    .filter((field) => isTyped(field) && (!isChosen(field) || field.checked))
    .map((field) => [field.name, field.value]);
  // The state of what a form is about, by which the server tells whether somebody else came first; a form may have none.
  const versionOf = (form) => [...form.elements].find(({ name }) => ["version", "revision"].includes(name))?.value;
  const became = ({ sent, refused }) => {
    if (sent) return "Whether it was taken is not known: look at the page before you send it again.";
    return refused ? "It was sent, and not taken." : "It has not been sent.";
  };
  const putBack = (form, draft) => {
    for (const field of [...form.elements].filter(isTyped)) {
      const values = draft.typed.filter(([name]) => name === field.name).map(([, value]) => value);
      if (isChosen(field)) field.checked = values.includes(field.value);
      else if (values.length) [field.value] = values;
    }
    const note = document.createElement("p");
    note.className = "note";
    note.setAttribute("role", "status");
    note.textContent = `What you typed here before is back. ${became(draft)}`;
    if (draft.version !== undefined && draft.version !== versionOf(form)) {
      note.textContent += ` Since you wrote it, ${form.dataset.kept} has changed: read it again before you send this.`;
    }
    form.prepend(note);
  };

  for (const form of document.querySelectorAll("form[data-kept]")) {
    // A form whose page's address fills in fields is another one at another address; where it fills in none, it takes the draft.
    const path = form.getAttribute("action");
    const action = path === location.pathname ? path + location.search : path;
    const filled = Object.keys(kept.forms).findLast((other) => other.startsWith(`${path}?`));
    // In the form that an answer of its own address holds the server has kept what was sent.
    const isAnswer = path === location.pathname && isRefused;
    if (!isAnswer && action === path && filled && !kept.forms[path]) {
      kept.forms[path] = kept.forms[filled];
      delete kept.forms[filled];
      write();
    }
    // A refused form stays that of the address that it was sent from.
    const key = isAnswer && lastPath === path ? last : action;
    if ("forgotten" in form.dataset) {
      delete kept.forms[key];
      write();
      continue;
    }
    if (isAnswer && key === last && kept.forms[key]) {
      // The refusal has told what came in between.
      kept.forms[key].version = versionOf(form);
      write();
    }
    if (!isAnswer && kept.forms[key]) putBack(form, kept.forms[key]);
    const keep = (sent) => {
      const typed = typedIn(form);
      const version = kept.forms[key] ? kept.forms[key].version : versionOf(form);
      // The newest stands last.
      delete kept.forms[key];
      // What was emptied stays empty, too.
      if (typed.some(([, value]) => value !== "")) kept.forms[key] = { typed, sent, version, done: form.dataset.done };
      if (sent) kept.last = key;
      write();
    };
    form.addEventListener("input", () => keep(false));
    form.addEventListener("submit", () => keep(true));
  }
})();
