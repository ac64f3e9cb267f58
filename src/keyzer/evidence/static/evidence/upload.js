// Sends chosen files by pieces, shows how far they are and goes on after a cut. Without it the form sends them whole.
(() => {
  const PIECE = 16 * 64 * 1024; // whole frames: what the server keeps when the line is cut
  const PATIENCE = [1000, 2000, 5000, 10000, 30000];
  const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const fingerprint = async (file) => {
    const told = `${file.name} ${file.size} ${file.lastModified}`;
    if (!globalThis.crypto?.subtle) return told;
    const ends = await new Blob([told, file.slice(0, 65536), file.slice(-65536)]).arrayBuffer();
    return hex(await crypto.subtle.digest("SHA-256", ends));
  };

  // Who signed in shows the token of the form; who gives no name, what only this form knows.
  const passOf = ({ csrfmiddlewaretoken: token, sending }) => {
    if (token) return { "X-CSRFToken": token.value };
    return sending && { "Upload-Key": sending.value };
  };

  const begin = async (field, file, pass) => {
    const form = new FormData();
    const { elements } = field.querySelector("input[type=file]").form;
    for (const name of ["sending", "ticket"]) if (elements[name]) form.set(name, elements[name].value);
    form.set("name", file.name);
    form.set("size", String(file.size));
    form.set("fingerprint", await fingerprint(file));
    const answer = await fetch(field.dataset.upload, { method: "POST", body: form, headers: pass });
    if (answer.status === 422) return { refused: (await answer.json()).words };
    if (!answer.ok) throw new Error(String(answer.status));
    return { ...(await answer.json()), offset: Number(answer.headers.get("Upload-Offset")) };
  };

  const piece = async (address, file, offset, pass, stop) => {
    const headers = { ...pass, "Upload-Offset": String(offset), "Content-Type": "application/octet-stream" };
    const body = file.slice(offset, offset + PIECE);
    const answer = await fetch(address, { method: "PATCH", body, headers, signal: stop });
    if (!answer.ok && answer.status !== 409) throw new Error(String(answer.status));
    return Number(answer.headers.get("Upload-Offset"));
  };

  const send = async (field, file, pass, row) => {
    let begun, failed = 0;
    while (!begun || begun.offset < file.size) {
      try {
        begun ??= await begin(field, file, pass);
        if (begun.refused) return row.refused(begun.refused);
        row.removes(begun.address);
        row.at(begun.offset);
        if (begun.offset < file.size) begun.offset = await piece(begun.address, file, begun.offset, pass, row.stop.signal);
        failed = 0;
      } catch {
        if (row.stop.signal.aborted) return;
        row.says(field.dataset.failed);
        if (failed > 20) return;
        await wait(PATIENCE[Math.min(failed++, PATIENCE.length - 1)]);
        begun = undefined; // ask again how far it is
      }
    }
    row.done(begun.upload);
  };

  const rowFor = (field, file, pass) => {
    const item = document.createElement("li");
    const words = document.createElement("span");
    const bar = document.createElement("progress");
    const button = document.createElement("button");
    const stop = new AbortController();
    let address;
    bar.max = Math.max(file.size, 1);
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    words.textContent = `${file.name}: ${field.dataset.busy}`;
    button.type = "button";
    button.className = "text-button";
    button.textContent = `${field.dataset.remove}: ${file.name}`;
    item.append(words, bar, button);
    field.querySelector("[data-upload-list]").append(item);
    button.addEventListener("click", () => {
      stop.abort();
      if (address) fetch(address, { method: "DELETE", headers: pass });
      item.remove();
    });
    return {
      stop,
      at: (offset) => { bar.value = offset; words.textContent = `${file.name}: ${field.dataset.busy}`; },
      says: (text) => { words.textContent = `${file.name}: ${text}`; },
      removes: (where) => { address = where; },
      refused: (text) => { words.textContent = `${file.name}: ${text}`; bar.remove(); },
      done: (upload) => {
        words.textContent = `${file.name}: ${field.dataset.done}`;
        bar.remove();
        const named = document.createElement("input");
        named.type = "hidden";
        named.name = "uploads";
        named.value = upload;
        item.append(named);
      },
    };
  };

  document.querySelectorAll("[data-upload]").forEach((field) => {
    const input = field.querySelector("input[type=file]");
    const form = input.form;
    const pass = form && passOf(form.elements);
    if (!field.dataset.upload || !pass) return;
    const running = new Set();
    input.addEventListener("change", () => {
      if (![...input.files].some((file) => file.size > PIECE)) return; // small files go with the form
      for (const file of input.files) {
        const sending = send(field, file, pass, rowFor(field, file, pass));
        running.add(sending);
        sending.finally(() => running.delete(sending));
      }
      input.value = "";
    });
    form.addEventListener("submit", async (event) => {
      if (!running.size) return;
      event.preventDefault();
      const button = event.submitter;
      await Promise.allSettled(running);
      form.requestSubmit(button);
    });
  });
})();
