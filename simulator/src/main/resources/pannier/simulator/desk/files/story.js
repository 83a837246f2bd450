// Evidence, and what was decided on it, newest first.
import {clock, grams, make, percent} from './api.js';

const list = document.getElementById('story');
const pending = document.getElementById('pending');
const MOST = 400;

const WORDS = {added: 'in', removed: 'out', asked: 'asked', held: 'held', resolved: 'resolved'};

function picture(product) {
  const image = new Image();
  image.src = `/sim/product/${product}`;
  image.alt = '';
  return image;
}

function evidence(line) {
  if (line.kind === 'weight') {
    return make('div', 'felt', make('em', '', grams(line.grams)), ` ± ${line.sd} g at ${clock(line.t)}`);
  }
  const ranked = line.candidates.slice(0, 3).map(each => `${each.name} ${percent(each.p)}`);
  if (line.unknown > 0.01 || ranked.length === 0) ranked.push(`unknown ${percent(line.unknown)}`);
  const codes = line.codes.length ? ` · code ${line.codes.join(', ')}` : '';
  const pieces = line.pieces > 1 ? `${line.pieces} × ` : '';
  return make('div', 'seen', `camera ${line.camera} saw ${line.direction}: `, make('em', '', pieces + ranked[0]),
      ranked.length > 1 ? `, ${ranked.slice(1).join(', ')}` : '', codes);
}

function title(line) {
  switch (line.what) {
    case 'added': return `${line.pieces} × ${line.name}`;
    case 'removed': return `${line.pieces} × ${line.name}`;
    case 'asked': return line.candidates.length ? `${line.candidates.map(each => each.name).join(' or ')}?` : 'What was it?';
    case 'held': return `${grams(line.grams)} that nothing explains`;
    default: return `matter ${line.resolved} is settled`;
  }
}

export class Story {
  last = 0;
  #episodes = new Map();
  #pending = '';

  begin() {
    this.last = 0;
    this.#episodes.clear();
    list.replaceChildren();
  }

  add(lines) {
    for (const line of lines) {
      if (line.n <= this.last) continue;
      this.last = line.n;
      if (line.kind === 'sighting' || line.kind === 'weight') this.#gather(line);
      else list.prepend(line.kind === 'decision' ? this.#decision(line) : this.#note(line));
    }
    while (list.children.length > MOST) list.lastChild.remove();
  }

  #gather(line) {
    const known = this.#episodes.get(line.episode) ?? [];
    known.push(line);
    this.#episodes.set(line.episode, known);
  }

  #decision(line) {
    const text = make('div', '', make('small', '', `${WORDS[line.what]} · ${clock(line.t)} · decision ${line.number}`),
        make('br'), make('b', '', title(line)));
    const head = make('header', '', ...(line.product ? [picture(line.product)] : []), text,
        make('span', 'p', percent(line.probability)));
    const bar = make('i');
    bar.style.width = percent(line.probability).replace(' ', '');
    const item = make('li', `episode ${line.what}`, head, make('div', 'bar', bar),
        make('ul', '', ...line.reasons.map(reason => make('li', '', reason))));
    item.dataset.what = line.what;
    if (line.product) item.dataset.product = line.product;
    if (line.runnerUp) item.append(make('p', 'runner', `runner-up: ${line.runnerUp}`));
    const known = this.#episodes.get(line.episode);
    if (known) item.append(make('div', 'evidence', ...known.map(evidence)));
    return item;
  }

  #note(line) {
    const item = make('li', `note ${line.kind}`, make('time', '', clock(line.t)), make('span', '', this.#words(line)));
    if (line.trusted) item.classList.add('trusted');
    if (line.sensor) item.dataset.sensor = line.sensor;
    return item;
  }

  #words(line) {
    switch (line.kind) {
      case 'sensor': return `${line.sensor} ${line.trusted ? 'is trusted again' : `is untrusted: ${line.reason}`}`;
      case 'truth': return `truly ${line.direction}: ${line.name}, ${line.grams} g`;
      case 'said': return `cart: “${line.text}”`;
      case 'staff': return `staff are told: ${line.text}`;
      case 'settle': return `bill ${line.attempt} goes to the gate`;
      case 'trip': return line.text === 'NeedsStaff' ? 'needs staff' : line.text.toLowerCase();
      default: return line.text;
    }
  }

  /** What is on the table and not decided yet. */
  show(now) {
    const lines = now.cart?.pending ?? [];
    const key = JSON.stringify(lines);
    if (key === this.#pending) return;
    this.#pending = key;
    pending.replaceChildren(...(lines.length ? [make('div', 'evidence', make('small', '', 'weighing up…'), ...lines.map(evidence))] : []));
  }
}
