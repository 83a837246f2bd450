// The way to the simulator: what is so now is pushed, the rest is asked for, touches are posted.

const complaint = document.getElementById('complaint');
let quiet = 0;

/** Shows what was refused, for a while. */
export function complain(text) {
  complaint.textContent = text;
  complaint.hidden = false;
  clearTimeout(quiet);
  quiet = setTimeout(() => { complaint.hidden = true; }, 6000);
}

/** Posts a touch; complains if it was refused. */
export async function touch(path, body = {}) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({detail: answer.statusText}));
    complain(problem.detail);
  }
  return answer.ok;
}

/** JSON from a path, or null where there is none, or no answer just now: the next state asks again. */
export async function ask(path) {
  const answer = await fetch(path).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** Calls back with each new state. */
export function listen(onState) {
  const events = new EventSource('/sim/now');
  events.onmessage = event => onState(JSON.parse(event.data));
  events.onerror = () => document.body.classList.add('waiting');
}

/** An element with classes, text and children. */
export function make(tag, classes = '', ...children) {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  element.append(...children);
  return element;
}

export const percent = p => `${(100 * p).toFixed(p > 0.995 && p < 1 ? 1 : 0)} %`;
export const grams = g => `${g > 0 ? '+' : g < 0 ? '−' : ''}${Math.abs(g).toFixed(1)} g`;

export function clock(millis) {
  const seconds = Math.max(0, millis) / 1000;
  const rest = (seconds % 60).toFixed(2).padStart(5, '0');
  return `${Math.floor(seconds / 60)}:${rest}`;
}
