// The page speaks: with a voice of this computer, never one that sends the words elsewhere.

const synthesis = window.speechSynthesis;

// A voice for a language that works on this computer, or nothing.
export function voiceFor(lang) {
  return synthesis?.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(lang)) ?? null;
}

// Voices may come late.
export function onVoices(tell) {
  synthesis?.addEventListener("voiceschanged", tell);
}

// Says a text; `talks` is told when it begins and when it is over.
export function sayAloud(text, lang, talks) {
  const voice = voiceFor(lang);
  if (!voice) return;
  silence();
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voice;
  said.lang = voice.lang;
  said.addEventListener("start", () => talks(true));
  for (const end of ["end", "error"]) said.addEventListener(end, () => talks(false));
  synthesis.speak(said);
}

export function silence() {
  synthesis?.cancel();
}
