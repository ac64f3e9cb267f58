// Two comforts, none needed: a form is sent once, and unsaved words are not lost by accident.
(() => {
  const busyWord = document.body.dataset.busy;
  const unsaved = new Set();
  const faces = new WeakMap();

  const release = (form) => {
    delete form.dataset.sent;
    form.querySelectorAll("[aria-disabled]").forEach((button) => {
      button.replaceChildren(...(faces.get(button) ?? button.childNodes));
      button.removeAttribute("aria-disabled");
    });
  };

  const hold = (form, button) => {
    form.dataset.sent = "yes";
    if (!button?.matches(".button")) return;
    faces.set(button, [...button.childNodes]);
    button.setAttribute("aria-disabled", "true");
    button.textContent = busyWord;
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) return event.preventDefault();
    unsaved.delete(form);
    setTimeout(() => event.defaultPrevented || hold(form, event.submitter));
    if ("download" in form.dataset) setTimeout(release, 4000, form);
  });

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form?.method === "post" && event.target.matches("textarea, input[type=text], input[type=file]")) unsaved.add(form);
  });

  addEventListener("beforeunload", (event) => unsaved.size && event.preventDefault());
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

  document.querySelector(".leave")?.addEventListener("click", (event) => {
    event.preventDefault();
    unsaved.clear();
    location.replace(event.currentTarget.href);
  });
})();
