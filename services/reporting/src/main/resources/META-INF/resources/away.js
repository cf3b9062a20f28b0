// Loads the page anew once there is one to show, and leaves alone whoever reads or hears this one until then.
(() => {
  const LONGEST_ANSWER = 10000;
  const after = Number(document.querySelector("main").dataset.retryAfter) * 1000;
  const tryAgain = async () => {
    try {
      const answer = await fetch(window.location.href, { redirect: "manual", signal: AbortSignal.timeout(LONGEST_ANSWER) });
      // A redirect leads to the sign-in, where nobody may be; nothing comes back from there by itself.
      const isThere = answer.ok || (answer.type === "opaqueredirect" && (await fetch("/sign-in", { signal: AbortSignal.timeout(LONGEST_ANSWER) })).ok);
      if (isThere) {
        window.location.replace(window.location.pathname + window.location.search);
        return;
      }
    } catch {
      // The service is away, too.
    }
    setTimeout(tryAgain, after);
  };
  setTimeout(tryAgain, after);
})();
