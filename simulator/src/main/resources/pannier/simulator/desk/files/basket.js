// The basket from above, what truly lies in it, and what the cart believes.
import {grams, make, touch} from './api.js';
import {within} from './drag.js';
import {LivePicture} from './picture.js';

const figure = document.getElementById('above');
const over = figure.querySelector('.over');
const hint = figure.querySelector('.hint');
const rows = document.getElementById('contents');
const total = document.getElementById('total');
const off = document.getElementById('off');

export class Basket {
  #dragging;
  #picture = new LivePicture(figure.querySelector('canvas'), '/sim/above');
  #lying = '';
  #rows = '';
  #currency = '';

  constructor(dragging) {
    this.#dragging = dragging;
  }

  begin(play) {
    this.#currency = play.currency;
    this.#lying = this.#rows = '?';
    figure.classList.toggle('recorded', play.kind !== 'simulated');
    this.#picture.clear();
  }

  show(now) {
    const lying = now.world?.lying ?? [];
    if (now.world) this.#picture.show(now.world.above);
    hint.hidden = !now.world || lying.length > 0;
    this.#items(lying);
    this.#table(now);
    const cart = now.cart;
    off.textContent = cart && Math.abs(cart.off) >= 5 ? `scale says ${grams(cart.off)} more` : '';
    total.replaceChildren(
        make('small', '', now.world ? `${(now.world.grams / 1000).toFixed(2)} kg truly` : ''),
        make('b', '', cart ? `${cart.total} ${this.#currency}` : 'cart is off'));
  }

  #take(product) {
    return touch('/sim/take', {product});
  }

  #items(lying) {
    const key = JSON.stringify(lying);
    if (key === this.#lying) return;
    this.#lying = key;
    over.replaceChildren(...lying.map(item => {
      const [left, top, right, bottom] = item.box;
      const box = make('div', item.rests ? 'item' : 'item coming', make('span', '', `${item.name} – click or drag it out`));
      Object.assign(box.style, {
        left: `${100 * left}%`, top: `${100 * top}%`,
        width: `${100 * (right - left)}%`, height: `${100 * (bottom - top)}%`,
      });
      box.dataset.product = item.product;
      box.tabIndex = item.rests ? 0 : -1;
      this.#dragging.make(box, {
        image: () => `/sim/product/${item.product}`,
        fits: (x, y) => !within(figure, x, y),
        aim: () => {},
        drop: () => this.#take(item.product),
        click: () => this.#take(item.product),
      });
      return box;
    }));
  }

  #table(now) {
    const believed = new Map((now.cart?.basket ?? []).map(line => [line.product, line]));
    const truth = new Map((now.world?.truth ?? []).map(line => [line.product, line]));
    const all = [...new Map([...truth, ...believed]).values()];
    const key = JSON.stringify([all, now.cart?.basket]);
    if (key === this.#rows) return;
    this.#rows = key;
    rows.replaceChildren(...all.map(line => {
      const cart = believed.get(line.product)?.pieces ?? 0;
      const truly = now.world ? truth.get(line.product)?.pieces ?? 0 : '';
      const row = make('tr', !now.world ? '' : cart === truly ? 'same' : 'wrong');
      row.dataset.product = line.product;
      const picture = new Image();
      picture.src = `/sim/product/${line.product}`;
      picture.alt = '';
      const take = make('button', '', 'take out');
      take.hidden = !truly;
      take.addEventListener('click', () => this.#take(line.product));
      row.append(make('td', '', picture), make('td', '', line.name), make('td', '', `${truly}`),
          make('td', '', `${cart}`), make('td', '', take));
      return row;
    }));
  }
}
