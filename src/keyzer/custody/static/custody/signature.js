// A signature drawn with a finger becomes a short path; without this script a tick says the same.
(() => {
  const part = document.querySelector("[data-signing]");
  const kept = document.querySelector("input[name=signature]");
  if (!part || !kept) return;

  const paper = part.querySelector("canvas");
  const pen = paper.getContext("2d");
  const longest = 7800;
  let path = "";
  let last = null;

  const place = (event) => {
    const box = paper.getBoundingClientRect();
    const within = (value, most) => Math.min(most, Math.max(0, Math.round(value)));
    return [
      within(((event.clientX - box.left) * paper.width) / box.width, paper.width),
      within(((event.clientY - box.top) * paper.height) / box.height, paper.height),
    ];
  };

  const wipe = () => {
    path = kept.value = "";
    pen.clearRect(0, 0, paper.width, paper.height);
  };

  paper.addEventListener("pointerdown", (event) => {
    if (path.length > longest) return;
    paper.setPointerCapture(event.pointerId);
    last = place(event);
    path += `M${last[0]} ${last[1]}`;
  });

  paper.addEventListener("pointermove", (event) => {
    if (!last || path.length > longest) return;
    const next = place(event);
    if (next[0] === last[0] && next[1] === last[1]) return;
    pen.beginPath();
    pen.moveTo(...last);
    pen.lineTo(...next);
    pen.stroke();
    path += `L${next[0]} ${next[1]}`;
    last = next;
  });

  const lift = () => {
    last = null;
    kept.value = path.includes("L") ? path : "";
  };
  paper.addEventListener("pointerup", lift);
  paper.addEventListener("pointercancel", lift);
  part.querySelector("[data-wipe]").addEventListener("click", wipe);

  pen.lineWidth = 2;
  pen.lineCap = "round";
  pen.strokeStyle = "#1d2433";
  part.hidden = false;
})();
