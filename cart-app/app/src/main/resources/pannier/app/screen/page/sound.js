// Tones as the cart's own beeper has them, and a voice. Both can be turned off.
import { spoken } from "/shared/words.js";

const TONES = {
  ADDED: [[880, 0, 0.12], [1320, 0.09, 0.16]],
  REMOVED: [[990, 0, 0.12], [660, 0.09, 0.18]],
  QUESTION: [[740, 0, 0.16], [740, 0.22, 0.16]],
  HOLD: [[440, 0, 0.35]],
  PAID: [[784, 0, 0.14], [988, 0.12, 0.14], [1319, 0.24, 0.3]],
  REFUSED: [[330, 0, 0.18], [262, 0.18, 0.3]],
};

let context;

export function tone(name) {
  context ??= new AudioContext();
  if (context.state === "suspended") {
    context.resume();
  }
  for (const [hertz, after, lasts] of TONES[name] ?? []) {
    const start = context.currentTime + after;
    const voice = context.createOscillator();
    const volume = context.createGain();
    voice.frequency.value = hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.25, start + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.001, start + lasts);
    voice.connect(volume).connect(context.destination);
    voice.start(start);
    voice.stop(start + lasts);
  }
}

export function say(text) {
  const words = new SpeechSynthesisUtterance(text);
  words.lang = spoken();
  speechSynthesis.speak(words);
}

export function hush() {
  speechSynthesis.cancel();
}
