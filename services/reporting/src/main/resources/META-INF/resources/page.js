// What every page does by itself: times in the reader's zone, the remembered theme, forms that are sent once. Without it
// times stand in UTC, pages are as bright as the system, and the server settles what is sent twice.
(() => {
  const words = new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
  });
  const localise = () => {
    for (const time of document.querySelectorAll("time[datetime]:not([title])")) {
      time.title = time.textContent;
      time.textContent = words.format(new Date(time.dateTime));
    }
  };
  localise();
  document.body.addEventListener("htmx:afterSwap", localise);

  const A_YEAR = 31536000;
  const theme = document.getElementById("theme");
  theme?.addEventListener("change", () => {
    document.documentElement.dataset.theme = theme.value;
    document.cookie = `theme=${theme.value}; path=/; max-age=${A_YEAR}; samesite=lax`;
  });

  for (const form of document.querySelectorAll("form")) {
    if (form.method === "get") {
      // An address says what is filtered, and nothing of what is not.
      form.addEventListener("formdata", ({ formData }) => {
        for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
      });
    } else {
      form.addEventListener("submit", (event) => {
        if (form.dataset.sent) event.preventDefault();
        form.dataset.sent = "yes";
      });
    }
  }
  // A page that comes back from the browser's memory was not sent.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
})();
