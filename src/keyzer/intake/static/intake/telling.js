// Two comforts for who tells something: the words are kept when the page is left, and the work at the door is done.
(() => {
  const form = document.querySelector("form[data-keeps]");
  if (!form) return;

  const keep = () => {
    if (form.dataset.sent || !form.elements.words?.value.trim()) return;
    const said = new FormData(form);
    said.delete("evidence");
    said.set("go", "keep");
    fetch(form.getAttribute("action") || location.href, { method: "POST", body: said, keepalive: true }).catch(() => {});
  };
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());

  const bits = Number(form.dataset.work);
  const ticket = form.elements.ticket?.value;
  if (!bits || !ticket || form.elements.proof.value || !globalThis.crypto?.subtle) return;
  const text = new TextEncoder();
  const look = async () => {
    for (let number = 0; ; number += 1) {
      const found = new DataView(await crypto.subtle.digest("SHA-256", text.encode(`${ticket}:${number}`)));
      if (found.getUint32(0) >>> (32 - bits) === 0) return String(number);
    }
  };
  look().then((number) => { form.elements.proof.value = number; });
})();
