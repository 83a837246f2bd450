// The four cells and their sum, and how the cart moves, over the last seconds.
import {clock, grams} from './api.js';

const SHOWN_MILLIS = 24000;
const KEPT_MILLIS = 60000;
const MOTION_PX = 34;
const LEFT_PX = 52;
const canvas = document.querySelector('#curves canvas');
const style = getComputedStyle(document.documentElement);
const COLOURS = ['--cell0', '--cell1', '--cell2', '--cell3'].map(name => style.getPropertyValue(name).trim());
const NAMES = ['front left', 'front right', 'rear left', 'rear right'];

export class Curves {
  lastCells = -1;
  lastMotion = -1;
  #cells = [];
  #motion = [];
  #steps = [];

  constructor() {
    const legend = document.getElementById('legend');
    NAMES.forEach((name, i) => legend.append(this.#key(`cell${i}`), name));
    legend.append(this.#key('sum'), 'sum');
  }

  #key(name) {
    const key = document.createElement('i');
    key.className = name;
    return key;
  }

  begin() {
    this.lastCells = this.lastMotion = -1;
    this.#cells = [];
    this.#motion = [];
    this.#steps = [];
  }

  add(cells, motion, story) {
    for (const row of cells) this.#cells.push(row.map(Number));
    this.#motion.push(...motion);
    this.#steps.push(...story.filter(line => line.kind === 'weight'));
    this.lastCells = this.#cells.at(-1)?.[0] ?? -1;
    this.lastMotion = this.#motion.at(-1)?.[0] ?? -1;
    while (this.#cells.length && this.lastCells - this.#cells[0][0] > KEPT_MILLIS) this.#cells.shift();
    while (this.#motion.length && this.lastMotion - this.#motion[0][0] > KEPT_MILLIS) this.#motion.shift();
  }

  show(now) {
    const ratio = devicePixelRatio || 1;
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (!width || !height) return;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const g = canvas.getContext('2d');
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.clearRect(0, 0, width, height);
    this.#draw(g, now.t, width, height - MOTION_PX);
    this.#shake(g, now.t, width, height);
  }

  #draw(g, t, width, height) {
    const from = t - SHOWN_MILLIS;
    const rows = this.#cells.filter(row => row[0] >= from);
    const sums = rows.map(row => row[1] + row[2] + row[3] + row[4]);
    const values = rows.flatMap(row => row.slice(1)).concat(sums).filter(Number.isFinite);
    let low = Math.min(-20, ...values);
    let high = Math.max(60, ...values);
    const room = (high - low) * 0.08;
    low -= room;
    high += room;
    const x = millis => LEFT_PX + (millis - from) / SHOWN_MILLIS * (width - LEFT_PX - 8);
    const y = value => height - (value - low) / (high - low) * height;
    this.#grid(g, {low, high, from, t, x, y, width, height});
    for (let cell = 0; cell < 4; cell++) this.#line(g, rows, row => row[cell + 1], {x, y}, COLOURS[cell], 1.3);
    this.#line(g, rows, row => row[1] + row[2] + row[3] + row[4], {x, y}, '#ffffff', 2);
    g.font = '600 11px system-ui, sans-serif';
    for (const step of this.#steps) {
      if (step.t < from) continue;
      g.strokeStyle = '#ffffff55';
      g.setLineDash([3, 4]);
      g.beginPath();
      g.moveTo(x(step.t), 0);
      g.lineTo(x(step.t), height);
      g.stroke();
      g.setLineDash([]);
      g.fillStyle = '#ffffff';
      g.fillText(grams(step.grams), x(step.t) + 4, 12);
    }
  }

  #grid(g, {low, high, from, t, x, y, width, height}) {
    const rough = (high - low) / 4;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(n => n * power).find(n => n >= rough);
    g.font = '11px system-ui, sans-serif';
    g.lineWidth = 1;
    for (let value = Math.ceil(low / step) * step; value <= high; value += step) {
      g.strokeStyle = Math.abs(value) < step / 2 ? '#3d4d58' : '#232e36';
      g.beginPath();
      g.moveTo(LEFT_PX, y(value));
      g.lineTo(width, y(value));
      g.stroke();
      g.fillStyle = '#92a3b0';
      g.textAlign = 'right';
      g.fillText(`${Math.round(value)} g`, LEFT_PX - 7, y(value) + 4);
    }
    g.textAlign = 'left';
    for (let millis = Math.ceil(from / 4000) * 4000; millis <= t; millis += 4000) {
      if (millis < 0) continue;
      g.strokeStyle = '#1d272e';
      g.beginPath();
      g.moveTo(x(millis), 0);
      g.lineTo(x(millis), height);
      g.stroke();
      g.fillStyle = '#6d7e8a';
      g.fillText(clock(millis).slice(0, -3), x(millis) + 3, height - 4);
    }
  }

  #line(g, rows, value, {x, y}, colour, width) {
    g.strokeStyle = colour;
    g.lineWidth = width;
    g.beginPath();
    let pen = false;
    let last = 0;
    for (const row of rows) {
      const v = value(row);
      if (!Number.isFinite(v) || row[0] - last > 200) pen = false;
      if (!Number.isFinite(v)) continue;
      if (pen) g.lineTo(x(row[0]), y(v));
      else g.moveTo(x(row[0]), y(v));
      pen = true;
      last = row[0];
    }
    g.stroke();
  }

  /** Tilt and shaking, in a strip at the bottom. */
  #shake(g, t, width, height) {
    const from = t - SHOWN_MILLIS;
    const top = height - MOTION_PX;
    const x = millis => LEFT_PX + (millis - from) / SHOWN_MILLIS * (width - LEFT_PX - 8);
    g.fillStyle = '#11181d';
    g.fillRect(LEFT_PX, top, width - LEFT_PX, MOTION_PX);
    g.fillStyle = '#6d7e8a';
    g.font = '11px system-ui, sans-serif';
    g.textAlign = 'right';
    g.fillText('shake', LEFT_PX - 7, top + 14);
    g.fillText('tilt', LEFT_PX - 7, top + 28);
    g.textAlign = 'left';
    const rows = this.#motion.filter(row => row[0] >= from);
    g.strokeStyle = '#92a3b0';
    g.lineWidth = 1;
    g.beginPath();
    for (const [millis, , shake] of rows) {
      g.moveTo(x(millis), height);
      g.lineTo(x(millis), height - Math.min(MOTION_PX, 2 + 12 * Math.log10(1 + 4 * shake)));
    }
    g.stroke();
    this.#line(g, rows, row => row[1], {x, y: degrees => height - 3 - Math.min(MOTION_PX - 4, 4 * degrees)}, '#f6bd4f', 1.5);
  }
}
