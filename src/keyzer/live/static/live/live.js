// Keeps a part of a page up to date: hears that something changed, and fetches the part anew. Without a stream it asks
// every few seconds; without scripts the page says itself how it is kept up to date.
(() => {
  const POLL = 5000;
  const RETURN = 60000;
  const TRIES = 2;

  const keep = (element) => {
    const { fragment, again, until } = element.dataset;
    let { live } = element.dataset;
    let seen = Number(element.dataset.seen);
    let tag = "";
    let source = null;
    let failures = 0;
    let polling;
    let bell;
    let returning;

    const lost = (yes) => {
      element.toggleAttribute("data-lost", yes);
      document.querySelectorAll("[data-live-lost]").forEach((notice) => { notice.hidden = !yes; });
    };

    const ringAt = (seconds) => {
      clearTimeout(bell);
      if (seconds) bell = setTimeout(refresh, Math.min(Number(seconds) * 1000 + Math.random() * 500, 2 ** 31 - 1));
    };

    const take = async (answer) => {
      if (answer.redirected) return location.reload();
      if (answer.status !== 200 && answer.status !== 304) throw new Error(String(answer.status));
      if (answer.status === 200) {
        element.innerHTML = await answer.text();
        tag = answer.headers.get("ETag") ?? "";
      }
      ringAt(answer.headers.get("Keyzer-Again"));
      live = answer.headers.get("Keyzer-Stream") ?? live;
      lost(false);
    };

    const refresh = async () => {
      clearTimeout(polling);
      try {
        await take(await fetch(fragment, { cache: "no-store", headers: tag ? { "If-None-Match": tag } : {} }));
        if (!source) poll();
      } catch {
        lost(true);
        poll();
      }
    };

    const poll = () => {
      clearTimeout(polling);
      if (!document.hidden) polling = setTimeout(refresh, POLL + Math.random() * 500);
    };

    const close = () => {
      clearTimeout(returning);
      source?.close();
      source = null;
    };

    const giveUp = () => {
      close();
      element.dataset.state = "asking";
      poll();
      returning = setTimeout(listen, RETURN * (1 + Math.random()));
    };

    const hear = (event) => {
      const { number, within } = JSON.parse(event.data);
      if (number <= seen) return;
      seen = number;
      clearTimeout(polling);
      polling = setTimeout(refresh, Math.random() * within);
    };

    const listen = () => {
      close();
      if (!live || !window.EventSource) return poll();
      source = new EventSource(live);
      source.addEventListener("changed", hear);
      source.addEventListener("open", () => {
        failures = 0;
        element.dataset.state = "listening";
      });
      source.addEventListener("error", () => {
        failures += 1;
        if (failures >= TRIES || source?.readyState === EventSource.CLOSED) giveUp();
      });
    };

    document.addEventListener("visibilitychange", () => {
      if (document.hidden) {
        clearTimeout(polling);
        return close();
      }
      failures = 0;
      refresh();
      listen();
    });
    ringAt(again && Math.min(again, Math.max(1, until - Date.now() / 1000)));
    listen();
  };

  document.querySelectorAll("[data-fragment]").forEach(keep);
})();
