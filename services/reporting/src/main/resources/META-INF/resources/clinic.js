// What the pages of a clinic's people do by themselves: the browser's own time zone where none was typed; before a form leaves, a look
// whether its answer can be shown, so that a session that is over costs nobody what they typed. Without it the zone is typed, and a
// session that is over is told by a page that leads to the sign-in.
(() => {
  for (const zone of document.querySelectorAll("input[data-own-zone]")) {
    zone.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  const LONGEST_ANSWER = 10000;
  const answerCanBeShown = async () => {
    try {
      const answer = await fetch("/glossary", {
        headers: { "X-Requested-With": "JavaScript" },
        redirect: "manual",
        signal: AbortSignal.timeout(LONGEST_ANSWER),
      });
      return answer.ok;
    } catch {
      return false;
    }
  };
  for (const form of document.querySelectorAll("form[data-asks-first]")) {
    let asked = false;
    form.addEventListener("submit", async (event) => {
      // Sent already, or on its way: a double click asks and sends once.
      if (event.defaultPrevented) return;
      if (asked) {
        asked = false;
        return;
      }
      event.preventDefault();
      const over = document.getElementById("session-over");
      const shown = await answerCanBeShown();
      over.hidden = shown;
      delete form.dataset.sent;
      if (shown) {
        asked = true;
        form.requestSubmit(event.submitter);
      } else {
        over.scrollIntoView();
      }
    });
  }

  for (const file of document.querySelectorAll("input[data-most-bytes]")) {
    file.addEventListener("change", () => {
      const tooLong = [...file.files].some(({ size }) => size > Number(file.dataset.mostBytes));
      file.setCustomValidity(tooLong ? "This file is longer than 64 MiB. Report it in several files." : "");
      file.reportValidity();
    });
  }
})();
