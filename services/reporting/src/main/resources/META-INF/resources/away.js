// Loads the page anew once there is one to show, and leaves alone whoever reads or hears this one until then.
(() => {
  const LONGEST_ANSWER = 10000;
  const SESSION_IS_OVER = [401, 499];
  const after = Number(document.querySelector("main").dataset.retryAfter) * 1000;
  const tryAgain = async () => {
    try {
      // A script is told that the session is over, so that a redirect leads elsewhere than to the sign-in, where nobody may be.
      const answer = await fetch(window.location.href, {
        headers: { "X-Requested-With": "JavaScript" },
        redirect: "manual",
        signal: AbortSignal.timeout(LONGEST_ANSWER),
      });
      const isThere = answer.ok || answer.type === "opaqueredirect" || (SESSION_IS_OVER.includes(answer.status) && (await signInIsThere()));
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
