// As much of a browser as away.js speaks to. What came of it is in `page`.
const page = { answer: null, signIn: null, asked: 0, loaded: null, waits: [] };
globalThis.document = { querySelector: () => ({ dataset: { retryAfter: "2" } }) };
globalThis.window = {
  location: { href: "http://here/alerts?state=RAISED", pathname: "/alerts", search: "?state=RAISED", replace: (address) => (page.loaded = address) },
};
globalThis.AbortSignal = { timeout: () => null };
globalThis.setTimeout = (run, millis) => page.waits.push({ run, millis });
globalThis.fetch = async (address, { redirect, headers }) => {
  if (address === "/sign-in") {
    if (!page.signIn || redirect !== "manual") throw new Error("nobody there");
    return page.signIn;
  }
  page.asked++;
  if (!page.answer || redirect !== "manual" || headers["X-Requested-With"] !== "JavaScript" || address !== window.location.href) throw new Error("nobody there");
  return page.answer;
};
