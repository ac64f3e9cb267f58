// A comfort, not needed: ticks are there again on the next visit. They stay in this browser and are sent nowhere.
(() => {
  const PREFIX = "keyzer-tick-";
  const boxes = [...document.querySelectorAll("[data-tick]")];
  const clear = document.querySelector("[data-clear-ticks]");
  const place = (box) => PREFIX + box.dataset.tick;

  const read = (box) => {
    try { return localStorage.getItem(place(box)) === "yes"; } catch { return false; }
  };
  const keep = (box) => {
    try { box.checked ? localStorage.setItem(place(box), "yes") : localStorage.removeItem(place(box)); } catch { /* a browser that keeps nothing */ }
  };
  const refresh = () => { if (clear) clear.hidden = !boxes.some((box) => box.checked); };

  boxes.forEach((box) => {
    box.checked = read(box);
    box.addEventListener("change", () => { keep(box); refresh(); });
  });
  clear?.addEventListener("click", () => {
    boxes.forEach((box) => { box.checked = false; keep(box); });
    refresh();
    boxes[0]?.focus();
  });
  refresh();
})();
