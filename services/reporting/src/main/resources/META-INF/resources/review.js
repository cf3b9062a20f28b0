// What the page of words under review adds where a browser runs scripts: keys, what a ruling would change as soon as it is
// ticked, terms while they are typed, and an answer that is no page leaves what was typed where it is. Without it the same form
// does the same by its buttons.
(() => {
  const main = document.getElementById("content");
  const form = () => document.getElementById("ruling");
  const LONGEST_ANSWER = 20000;
  const BETWEEN_LETTERS = 300;
  const OVER = "Your session is over, so nothing was sent; what is typed here stays. Sign in in another window, then try again here.";

  const say = (words) => {
    document.getElementById("ruling-state").textContent = words;
  };

  // Sends the form as its button would, and gives the page that answers, or says why there is none.
  const send = async (go, signal) => {
    const body = new URLSearchParams(new FormData(form()));
    body.set("go", go);
    let answer;
    try {
      answer = await fetch(form().action, {
        method: "POST",
        body,
        headers: { Accept: "text/html", "X-Requested-With": "JavaScript" },
        signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_ANSWER)]),
      });
    } catch {
      if (!signal.aborted) say("No answer. What is typed here stays; try again.");
      return null;
    }
    if (answer.status === 401 || answer.status === 499) {
      say(OVER);
      return null;
    }
    if (!(answer.headers.get("Content-Type") || "").startsWith("text/html")) {
      say(`The answer cannot be shown (${answer.status}). What is typed here stays; try again.`);
      return null;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (signal.aborted) return null;
    say("");
    return { url: answer.url, page };
  };

  // One question of a kind at a time: an earlier one is of what is ticked no longer.
  const asked = {};
  const ask = async (go, ...parts) => {
    asked[go]?.abort();
    asked[go] = new AbortController();
    const answer = await send(go, asked[go].signal);
    for (const part of parts) {
      const fresh = answer?.page.getElementById(part);
      if (fresh) document.getElementById(part).replaceChildren(...fresh.childNodes);
    }
  };
  const show = () => ask("show", "effect");
  // What was ticked among the terms found before stands among the others from then on.
  const find = () => ask("find", "terms", "found");

  let sending = false;
  const rule = async () => {
    if (sending) return;
    sending = true;
    const answer = await send("rule", new AbortController().signal);
    sending = false;
    if (!answer) return;
    if (new URL(answer.url).pathname !== new URL(form().action).pathname) {
      window.location.assign(answer.url);
      return;
    }
    const fresh = answer.page.getElementById("content");
    if (fresh) {
      main.replaceChildren(...fresh.childNodes);
      // For whoever writes times in the reader's zone.
      document.body.dispatchEvent(new Event("htmx:afterSwap"));
      (document.getElementById("refused") || main).scrollIntoView();
      // The field that had the focus is gone with the old page; whoever types goes on where something is wrong.
      (main.querySelector("[aria-invalid]") || form()?.querySelector("[type=checkbox]"))?.focus();
    }
  };

  main.addEventListener("submit", (event) => {
    const go = event.submitter?.value;
    if (event.target !== form() || !go) return;
    event.preventDefault();
    delete form().dataset.sent;
    if (go === "rule") rule();
    else if (go === "find") find();
    else show();
  });

  main.addEventListener("change", (event) => {
    const box = event.target;
    if (!box.matches("#ruling [type=checkbox]")) return;
    if (box.checked) {
      // Either terms, or no event.
      const others = box.name === "term" ? "[name=notAnEvent]" : "[name=term]";
      for (const other of form().querySelectorAll(others)) other.checked = false;
    }
    show();
  });

  let typed = null;
  main.addEventListener("input", (event) => {
    if (event.target.id !== "q") return;
    clearTimeout(typed);
    typed = setTimeout(find, BETWEEN_LETTERS);
  });

  // Keys of one letter act inside the form alone, and never where somebody types: screen readers and voices need them elsewhere.
  main.addEventListener("keydown", (event) => {
    if (!event.target.closest("#ruling") || event.altKey || event.metaKey) return;
    const types = event.target.matches("textarea, input:not([type=checkbox])");
    if (event.ctrlKey) {
      if (event.key !== "Enter") return;
    } else if (types && event.key !== "Escape") {
      return;
    }
    const give = form().querySelector("[value=rule]");
    const box = /^[0-9]$/.test(event.key) ? form().querySelector(`[data-key="${event.key}"]`) : null;
    if (box) {
      box.focus();
      box.click();
    } else if (event.key === "/") form().querySelector("#q").focus();
    else if (event.key === "r") form().querySelector("#reason").focus();
    else if (event.key === "g" || (event.ctrlKey && event.key === "Enter")) {
      if (give) give.click();
      else show();
    } else if (event.key === "Escape") form().querySelector("[type=checkbox]").focus();
    else return;
    event.preventDefault();
  });
})();
