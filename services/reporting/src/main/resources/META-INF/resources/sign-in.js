// For what would leave a page for the sign-in: whether anybody is there. From a page of nobody nothing comes back by itself.
globalThis.signInIsThere = async () => {
  const LONGEST_ANSWER = 10000;
  try {
    // The policy lets no script ask another origin, so the server looks whether the issuer is there. A redirect is a proxy's,
    // to a sign-in of its own.
    const answer = await fetch("/sign-in", { redirect: "manual", signal: AbortSignal.timeout(LONGEST_ANSWER) });
    return answer.ok || answer.type === "opaqueredirect";
  } catch {
    return false;
  }
};
