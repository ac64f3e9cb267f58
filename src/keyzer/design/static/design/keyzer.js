// Two comforts, none needed: a form is sent once, and unsaved words are not lost by accident.
(() => {
  const busyWord = document.body.dataset.busy;
  const unsaved = new Set();

  const release = (form) => {
    delete form.dataset.sent;
    form.querySelectorAll("[data-label]").forEach((button) => {
      button.textContent = button.dataset.label;
      button.removeAttribute("aria-disabled");
      delete button.dataset.label;
    });
  };

  const hold = (form, button) => {
    form.dataset.sent = "yes";
    if (!button?.matches(".button")) return;
    button.dataset.label = button.textContent.trim();
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
