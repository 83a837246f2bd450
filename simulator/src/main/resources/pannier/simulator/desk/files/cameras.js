// What the cart's cameras see, with the rim, what moves, and the items that crossed.
import {make, percent} from './api.js';
import {CAMERA_FAULTS, chips} from './faults.js';
import {LivePicture} from './picture.js';

const WIDTH = 640;
const HEIGHT = 360;
const MOST_LABELS = 2; // more would hide the picture
const LETTERS = ['A', 'B'];
const root = document.getElementById('cameras');

const svg = (tag, attributes) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

class Camera {
  #picture;
  #drawing = svg('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none'});
  #labels = make('div', 'labels');
  #state = make('b');
  #rim;
  #key = '';

  constructor(index, rim, simulated) {
    const canvas = make('canvas');
    this.#picture = new LivePicture(canvas, `/sim/camera/${index}`);
    this.#rim = rim;
    const faults = make('span', 'chips');
    if (simulated) chips(faults, CAMERA_FAULTS, {device: 'camera', index});
    this.figure = make('figure', 'camera', make('div', 'picture', canvas, this.#drawing, this.#labels),
        make('figcaption', '', this.#state, faults));
    this.figure.dataset.camera = index;
    this.index = index;
  }

  show(camera, now) {
    this.#picture.show(camera.n);
    const state = camera.state ?? 'no cart looks';
    this.#state.textContent = `camera ${this.index} · ${state}${camera.active ? ' · looking' : ''}`;
    this.figure.classList.toggle('untrusted', Boolean(camera.state) && camera.state !== 'trusted');
    const key = JSON.stringify([camera.moving, camera.tracks]);
    if (key === this.#key) return;
    this.#key = key;
    this.#draw(camera, now);
  }

  #draw(camera, now) {
    const [x0, y0, x1, y1] = this.#rim;
    const shapes = [svg('line', {class: 'rim', x1: x0 * WIDTH, y1: y0 * HEIGHT, x2: x1 * WIDTH, y2: y1 * HEIGHT})];
    for (const area of camera.moving) shapes.push(this.#box('moving', area));
    const labels = [];
    camera.tracks.forEach((track, i) => {
      const middles = track.way.map(([l, t, r, b]) => `${(l + r) / 2 * WIDTH},${(t + b) / 2 * HEIGHT}`);
      shapes.push(svg('polyline', {class: `way ${track.direction}`, points: middles.join(' ')}));
      shapes.push(this.#box(`rest ${track.direction}`, track.rest));
      if (i < camera.tracks.length - MOST_LABELS) return;
      const letter = LETTERS[i - Math.max(0, camera.tracks.length - MOST_LABELS)];
      shapes.push(this.#letter(letter, track));
      labels.push(this.#label(letter, track));
    });
    this.#drawing.replaceChildren(...shapes);
    this.#labels.replaceChildren(...labels);
  }

  #box(classes, [left, top, right, bottom]) {
    return svg('rect', {class: classes, x: left * WIDTH, y: top * HEIGHT,
      width: (right - left) * WIDTH, height: (bottom - top) * HEIGHT, rx: 6});
  }

  /** The letter of a label, beside the box that it is about. */
  #letter(letter, {rest: [left, top]}) {
    const text = svg('text', {class: 'letter', x: Math.max(4, left * WIDTH + 8), y: Math.max(34, top * HEIGHT + 34)});
    text.textContent = letter;
    return text;
  }

  #label(letter, track) {
    const label = make('div', track.direction === 'in' ? 'ranked' : 'ranked outwards', make('b', '', letter));
    const list = make('div', 'list');
    const ranked = track.candidates.slice(0, 3).map(each => [each.name, each.p]);
    if (track.unknown > 0.02 || ranked.length === 0) ranked.push(['unknown', track.unknown]);
    ranked.sort((a, b) => b[1] - a[1]);
    for (const [name, p] of ranked.slice(0, 3)) {
      const line = make('div', '', make('span', '', name), make('span', '', percent(p)));
      line.title = name;
      list.append(line);
    }
    label.append(list);
    return label;
  }
}

export class Cameras {
  #cameras = [];

  begin(play) {
    this.#cameras = play.cameras.map((camera, i) => new Camera(i, camera.rim, play.kind === 'simulated'));
    root.replaceChildren(...this.#cameras.map(camera => camera.figure));
  }

  show(now) {
    now.cameras.forEach((camera, i) => this.#cameras[i]?.show(camera, now));
  }
}
