// The shopper's screen and the staff console, as they are, at a smaller scale.
import {make} from './api.js';

export class Screens {
  #shown = [...document.querySelectorAll('.screen')].map(screen => ({screen, frame: null, off: make('p', 'off-air')}));

  constructor() {
    new ResizeObserver(() => this.#fit()).observe(document.getElementById('screens'));
    for (const {screen, off} of this.#shown) {
      off.hidden = true;
      screen.append(off);
    }
  }

  /** A page that is not served is not shown. */
  begin(play) {
    for (const link of document.querySelectorAll('#screens h2 a')) {
      link.hidden = !play.screens.includes(link.getAttribute('href'));
    }
    for (const shown of this.#shown) {
      const page = shown.screen.dataset.page;
      shown.frame?.remove();
      shown.frame = null;
      if (play.screens.includes(page)) {
        shown.frame = document.createElement('iframe');
        shown.frame.title = page;
        shown.frame.src = page;
        shown.screen.prepend(shown.frame);
      }
    }
    this.#fit();
  }

  #fit() {
    for (const {screen, frame} of this.#shown) {
      if (!frame) continue;
      const width = Number(screen.dataset.width);
      const scale = screen.clientWidth / width;
      frame.style.width = `${width}px`;
      frame.style.height = `${screen.clientHeight / scale}px`;
      frame.style.transform = `scale(${scale})`;
    }
  }

  show(now) {
    const [cart, staff] = this.#shown;
    cart.off.textContent = 'the cart is off';
    cart.off.hidden = !now.world || now.world.on;
    staff.off.textContent = 'the gate is off';
    const gateIsOn = !now.gate || now.gate.on;
    if (gateIsOn && !staff.off.hidden && staff.frame) staff.frame.src = staff.screen.dataset.page;
    staff.off.hidden = gateIsOn;
  }
}
