// Time, machines and trips: the bar at the top.
import {clock, touch} from './api.js';

const SPEEDS = [[0.1, '⅒×'], [0.25, '¼×'], [0.5, '½×'], [1, '1×'], [2, '2×'], [4, '4×'], [0, 'max']];
const FRAME_TICKS = 3;
const $ = id => document.getElementById(id);

export class Transport {
  #now = {speed: 1, held: false};

  constructor() {
    for (const [speed, words] of SPEEDS) {
      const button = document.createElement('button');
      button.textContent = words;
      button.dataset.speed = speed;
      button.addEventListener('click', () => touch('/sim/pace', {speed, held: false}));
      $('speeds').append(button);
    }
    $('hold').addEventListener('click', () => this.#hold());
    $('tick').addEventListener('click', () => touch('/sim/step', {ticks: 1}));
    $('frame').addEventListener('click', () => touch('/sim/step', {ticks: FRAME_TICKS}));
    $('new').addEventListener('click', () => touch('/sim/new'));
    $('save').addEventListener('click', () => touch('/sim/save'));
    $('load').addEventListener('click', () => { $('loader').hidden = !$('loader').hidden; $('folder').focus(); });
    $('no-load').addEventListener('click', () => { $('loader').hidden = true; });
    $('loader').addEventListener('submit', event => {
      event.preventDefault();
      $('loader').hidden = true;
      touch('/sim/load', {folder: $('folder').value});
    });
    for (const button of $('machines').children) {
      const what = button.dataset.power;
      button.addEventListener('click', () => touch('/sim/power', {what, on: button.classList.contains('off')}));
    }
    document.addEventListener('keydown', event => this.#key(event));
  }

  #hold() {
    return touch('/sim/pace', {speed: this.#now.speed, held: !this.#now.held});
  }

  #key(event) {
    if (event.target.matches('input, button')) return;
    if (event.key === ' ') {
      event.preventDefault();
      this.#hold();
    } else if (event.key === 'ArrowRight') {
      touch('/sim/step', {ticks: event.shiftKey ? FRAME_TICKS : 1});
    }
  }

  /** What takes a while. */
  task(task) {
    $('task').hidden = !task;
    if (!task) return;
    const [text, bar] = $('task').children;
    text.textContent = task.note || task.what;
    bar.hidden = Boolean(task.note);
    bar.value = task.of > 0 ? task.done / task.of : 0;
  }

  begin(play) {
    $('trip-name').textContent = play.name;
    $('machines').hidden = play.kind !== 'simulated';
    $('save').hidden = play.kind !== 'simulated';
  }

  show(now) {
    this.#now = now;
    $('time').textContent = clock(now.t);
    $('hold').textContent = now.held ? 'go on' : 'hold';
    $('hold').setAttribute('aria-pressed', now.held);
    $('rate').textContent = now.over ? 'ended' : now.held ? 'held' : `${now.rate.toFixed(2)}× real`;
    for (const button of $('speeds').children) {
      button.setAttribute('aria-pressed', Number(button.dataset.speed) === now.speed && !now.held);
    }
    const state = $('state');
    state.textContent = now.trouble ? now.trouble : now.cart ? this.#words(now.cart) : 'the cart is off';
    state.dataset.lamp = now.cart?.lamp ?? '';
    state.classList.toggle('off', !now.cart || Boolean(now.trouble));
    this.#machine('cart', now.world?.on);
    this.#machine('gate', now.gate?.on);
    this.#machine('network', now.gate?.network);
    this.#machine('clock', !now.world?.still);
  }

  #words(cart) {
    const names = {NeedsStaff: 'needs staff'};
    const trip = names[cart.trip] ?? cart.trip.toLowerCase();
    const note = cart.note ? ` · ${cart.note}` : '';
    return cart.untrusted.length ? `${trip} · ${cart.untrusted.join(', ')}` : trip + note;
  }

  #machine(what, on) {
    document.querySelector(`[data-power=${what}]`).classList.toggle('off', on === false);
  }
}
