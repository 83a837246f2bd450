// The shop's shelf: what can be put into the basket.
import {make, touch} from './api.js';
import {within} from './drag.js';

const list = document.getElementById('products');
const search = document.getElementById('search');
const ways = document.getElementById('ways');
const above = document.getElementById('above');
const cameras = document.getElementById('cameras');

export class Shelf {
  #way = 'openly';
  #dragging;

  constructor(dragging) {
    this.#dragging = dragging;
    search.addEventListener('input', () => this.#filter());
    ways.addEventListener('click', event => {
      const way = event.target.dataset.way;
      if (!way) return;
      this.#way = way;
      for (const button of ways.children) button.setAttribute('aria-pressed', button.dataset.way === way);
    });
  }

  begin(play) {
    const packed = product => /\d/.test(product.name) ? 0 : 1;
    const products = [...play.products].sort((a, b) => packed(a) - packed(b));
    list.replaceChildren(...products.map(product => this.#card(product, play)));
    document.getElementById('sold').textContent = `${play.products.length} products`;
    list.inert = play.kind !== 'simulated';
    this.#filter();
  }

  #card(product, play) {
    const picture = new Image();
    picture.src = `/sim/product/${product.id}`;
    picture.loading = 'lazy';
    picture.alt = '';
    picture.draggable = false;
    const unit = product.unit === 'kg' ? ' / kg' : '';
    const price = `${product.price} ${play.currency}${unit}`;
    const weight = product.grams < 1000 ? `${Math.round(product.grams)} g` : `${(product.grams / 1000).toFixed(2)} kg`;
    const card = make('li', 'product', picture, make('b', '', product.name),
        make('div', 'tag', make('span', '', price), make('small', '', weight)));
    card.dataset.product = product.id;
    card.tabIndex = 0;
    card.title = 'drag into the basket, or click';
    card.dataset.words = `${product.name} ${product.id}`.toLowerCase();
    const put = () => touch('/sim/put', {product: product.id, way: this.#way});
    this.#dragging.make(card, {
      image: () => picture.src,
      fits: (x, y) => within(above, x, y) || within(cameras, x, y),
      aim: on => above.classList.toggle('target', on),
      drop: put,
      click: put,
    });
    return card;
  }

  #filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const card of list.children) {
      card.hidden = !words.every(word => card.dataset.words.includes(word));
    }
  }
}
