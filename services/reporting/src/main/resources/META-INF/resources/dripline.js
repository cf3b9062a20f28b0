// Keeps the overview current: every change that the server announces asks for the fragment again, at most twice a
// second, and silence every 30 s, since counts that stand still announce nothing; a lost stream is said aloud and caught up when it returns. Where asking again cannot help, because the session
// is over, the page is loaded anew, which leads to the sign-in page.
(() => {
  const state = document.getElementById("live");
  const say = (name, words) => {
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

  // At most once in 30 s, across loads: a server that is down must not be asked in a circle.
  const BETWEEN_LOADS = 30000;
  let loading = null;
  const load = () => {
    stale();
    if (loading) return;
    const last = Number(sessionStorage.getItem("dripline.loaded") || 0);
    loading = setTimeout(
      () => {
        sessionStorage.setItem("dripline.loaded", Date.now());
        window.location.reload();
      },
      Math.max(0, last + BETWEEN_LOADS - Date.now()),
    );
  };

  const stream = new EventSource("/api/stream");
  // Live is what arrives at once and is current; the server says in the fragment when it is not.
  const judge = () => {
    if (stream.readyState !== EventSource.OPEN) return;
    if (document.getElementById("not-current")) say("stale", "Not current");
    else say("live", "Live");
  };
  stream.onopen = () => {
    judge();
    refresh();
  };
  stream.onerror = () => {
    // Closed: the server refused, and the browser does not try again by itself.
    if (stream.readyState === EventSource.CLOSED) load();
    else stale();
  };
  for (const kind of ["incidence", "comparison", "alert"]) stream.addEventListener(kind, refresh);
  document.body.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 401 || event.detail.xhr.status === 499) load();
    else if (event.detail.xhr.status === 503) say("stale", "Database away: figures are old. Trying again …");
    else say("stale", "The overview could not be refreshed. Trying again …");
  });
  document.body.addEventListener("htmx:afterSwap", judge);
  document.body.addEventListener("htmx:sendError", load);
  window.addEventListener("beforeunload", () => stream.close());
})();
