// Reads what is marked with data-aloud in the browser's own voice; a browser without a voice for the page's language keeps the button hidden.
(() => {
  const button = document.querySelector("[data-read-aloud]");
  const speech = window.speechSynthesis;
  if (!button || !speech) return;

  const language = document.documentElement.lang;
  const start = button.textContent;
  const voice = () => speech.getVoices().find((one) => one.lang.toLowerCase().startsWith(language) && one.localService);
  const offer = () => (button.hidden = !voice());
  const rest = () => (button.textContent = start);

  // Sentence by sentence: some browsers fall silent in the middle of a long text.
  const sentences = () =>
    [...document.querySelectorAll("[data-aloud]")].flatMap((part) => part.innerText.match(/[^.?!\n]+[.?!]*/g) ?? []);

  const say = (words, last) => {
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = language;
    utterance.voice = voice();
    if (last) utterance.onend = rest;
    speech.speak(utterance);
  };

  button.addEventListener("click", () => {
    const reading = speech.speaking;
    speech.cancel();
    if (reading) return rest();
    const all = sentences().filter((words) => words.trim());
    all.forEach((words, place) => say(words, place === all.length - 1));
    button.textContent = button.dataset.stop;
  });

  speech.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", () => speech.cancel());
  offer();
})();
