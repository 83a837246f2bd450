// Hearing the newest state, and sending what somebody touched. Shared by all screens.

/** Listens to a path of events; onState gets each state, onLink(true or false) whether we are connected. */
export function listen(path, onState, onLink) {
  let source;
  let silence;
  const patience = 12_000; // two heartbeats of the server and a little
  function open() {
    source = new EventSource(path);
    source.onopen = () => heard();
    source.onerror = () => {
      onLink(false);
      // After an answer that is no stream (signed out, server full) a browser gives up; we do not.
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(silence);
        setTimeout(open, 2_000);
      }
    };
    source.onmessage = (event) => {
      heard();
      onState(JSON.parse(event.data));
    };
    source.addEventListener("beat", heard);
  }
  function heard() {
    onLink(true);
    clearTimeout(silence);
    silence = setTimeout(again, patience);
  }
  function again() {
    onLink(false);
    source.close();
    open();
  }
  open();
}

/** A refusal by the server, with its words; code is a short one that texts may have a sentence for. */
export class Refusal extends Error {
  constructor(status, detail, code = "") {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

async function answered(response) {
  if (response.ok) {
    return response.status === 204 ? null : response.json();
  }
  const problem = await response.json().catch(() => ({ detail: response.statusText }));
  throw new Refusal(response.status, problem.detail, problem.code ?? "");
}

export async function get(path) {
  return answered(await fetch(path, { headers: { Accept: "application/json" } }));
}

/** Sends an object; token is the session's. */
export async function post(path, body, token) {
  const headers = { "Content-Type": "application/json" };
  if (token) {
    headers["X-Pannier-Token"] = token;
  }
  return answered(await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** An element: el("button", {class: "big", onclick: f}, "text", child, ...). Text is never markup. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      node.addEventListener(key.slice(2), value);
    } else if (value === true) {
      node.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(key, value);
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}
