// Keeps a page current: every change that the server announces asks for its fragment again, at most twice a second,
// and silence every 30 s, since counts that stand still announce nothing. What the reader opened stays open. What fails is said aloud beside the
// figures, which stay, and is tried again. Only a session that is over, which asking again cannot mend, leaves the
// page: it is loaded anew, which leads to the sign-in page; while nobody would be there, it stays, too, and is tried again.
(() => {
  const state = document.getElementById("live");
  // While the page is on its way to the sign-in nothing else is said.
  let leaving = false;
  const say = (name, words) => {
    // What is said already is not said again, aloud to some.
    if (leaving || (state.dataset.state === name && state.textContent === words)) return;
    state.dataset.state = name;
    state.textContent = words;
  };
  const stale = () => say("stale", "Connection lost: figures may be old. Trying again …");

  let waiting = null;
  const refresh = () => {
    if (waiting) return;
    waiting = setTimeout(() => {
      waiting = null;
      document.body.dispatchEvent(new Event("dripline:changed"));
    }, 500);
  };

  // At most once in 30 s, across loads: a server that refuses again must not be asked in a circle.
  const BETWEEN_LOADS = 30000;
  // While nobody is at the sign-in it is asked for ever more seldom, and by no two pages in step.
  const SHORTEST_PAUSE = 5000;
  const LONGEST_PAUSE = 30000;
  const MOST_BESIDE = 1 / 3;
  let pause = 0;
  let notBefore = 0;
  const signIn = async () => {
    if (leaving || Date.now() < notBefore) return;
    if (!pause) say("stale", "Your session is over: figures may be old.");
    leaving = true;
    const last = Number(sessionStorage.getItem("dripline.loaded") || 0);
    await new Promise((over) => setTimeout(over, Math.max(0, last + BETWEEN_LOADS - Date.now())));
    // Asked just before the page is left, which could not come back by itself.
    const isThere = await signInIsThere();
    leaving = false;
    if (isThere) {
      say("stale", "Your session is over: figures may be old. Going to the sign-in …");
      leaving = true;
      sessionStorage.setItem("dripline.loaded", Date.now());
      // Not reload(), which would send again the form that a refused page is the answer to.
      window.location.replace(window.location.pathname + window.location.search);
      return;
    }
    say("stale", "The sign-in cannot be reached: figures may be old. Trying again …");
    pause = Math.min(LONGEST_PAUSE, pause * 2 || SHORTEST_PAUSE);
    notBefore = Date.now() + pause * (1 + Math.random() * MOST_BESIDE);
  };

  // The server ends the stream with each token, every few minutes, and the browser is back a second later: no loss yet.
  const BRIEFLY = 3000;
  const BETWEEN_STREAMS = 5000;
  let stream = null;
  let lost = null;
  // Live is what arrives at once and is current; the server says in the fragment when it is not.
  const judge = () => {
    if (stream.readyState !== EventSource.OPEN) return;
    if (document.getElementById("not-current")) say("stale", "Not current");
    else say("live", "Live");
    pause = 0;
    notBefore = 0;
  };
  const connect = () => {
    stream = new EventSource("/api/stream");
    stream.onopen = () => {
      clearTimeout(lost);
      lost = null;
      // Live once what was missed is here.
      refresh();
    };
    stream.onerror = () => {
      lost ??= setTimeout(stale, BRIEFLY);
      // Closed: the server refused, and the browser does not try again by itself. The fragment's answer tells why.
      if (stream.readyState !== EventSource.CLOSED) return;
      refresh();
      setTimeout(connect, BETWEEN_STREAMS);
    };
    for (const kind of ["incidence", "comparison", "alert"]) stream.addEventListener(kind, refresh);
  };
  connect();

  document.body.addEventListener("htmx:responseError", (event) => {
    // An answer tells more than the silence that would be said.
    clearTimeout(lost);
    if (event.detail.xhr.status === 401 || event.detail.xhr.status === 499) signIn();
    else if (event.detail.xhr.status === 503) say("stale", "Database away: figures are old. Trying again …");
    else say("stale", "The page could not be refreshed. Trying again …");
  });
  // An answer that is the same as before leaves the page as it is, with what the reader marked in it.
  const shown = new Map();
  let opened = [];
  // Where the keyboard is and how far pictures are scrolled, by what stays the same in the part that takes a part's place.
  const FOCUSABLE = "a[href], summary, [tabindex='0'], button, input, select, textarea";
  const placesIn = (part) => {
    const all = (selector) => [...part.querySelectorAll(selector)];
    const scrolled = all(".scroll").map((region) => region.scrollLeft);
    const at = all(FOCUSABLE).indexOf(document.activeElement);
    const href = document.activeElement?.getAttribute("href");
    return {
      restore: () => {
        all(".scroll").forEach((region, i) => {
          if (scrolled[i]) region.scrollTo({ left: scrolled[i], behavior: "instant" });
        });
        if (at < 0) return;
        const now = all(FOCUSABLE);
        const same = href && now[at]?.getAttribute("href") !== href ? now.find((one) => one.getAttribute("href") === href) : now[at];
        same?.focus({ preventScroll: true });
      },
    };
  };
  let places = null;
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const { target, xhr, serverResponse } = event.detail;
    if (xhr.status !== 200) return;
    if (shown.get(target.id) === serverResponse) {
      event.detail.shouldSwap = false;
      judge();
      return;
    }
    shown.set(target.id, serverResponse);
    opened = [...document.querySelectorAll("details[id][open]")].map((details) => details.id);
    places = placesIn(target);
  });
  document.body.addEventListener("htmx:afterSwap", () => {
    for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
    opened = [];
    places?.restore();
    places = null;
    judge();
  });
  document.body.addEventListener("htmx:sendError", stale);
  document.body.addEventListener("htmx:timeout", stale);
  window.addEventListener("beforeunload", () => stream.close());
})();
