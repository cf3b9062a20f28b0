// Keeps the overview current: every change that the server announces asks for the fragment again, at most twice a
// second; a lost stream is said aloud and caught up when it returns.
(() => {
  const state = document.getElementById("live");
  const say = (name, words) => {
    state.dataset.state = name;
    state.textContent = words;
  };
  let waiting = null;
  const refresh = () => {
    if (waiting) return;
    waiting = setTimeout(() => {
      waiting = null;
      document.body.dispatchEvent(new Event("dripline:changed"));
    }, 500);
  };

  const stream = new EventSource("/api/stream");
  stream.onopen = () => {
    say("live", "Live");
    refresh();
  };
  stream.onerror = () => say("stale", "Connection lost: figures may be old. Trying again …");
  for (const kind of ["incidence", "comparison", "alert"]) stream.addEventListener(kind, refresh);
  document.body.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 401 || event.detail.xhr.status === 499) window.location.reload();
    else say("stale", "The overview could not be refreshed. Trying again …");
  });
  window.addEventListener("beforeunload", () => stream.close());
})();
