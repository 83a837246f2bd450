// Things that are dragged with a pointer, or clicked instead.

const FAR_PX = 6;

export class Dragging {
  /**
   * Makes an element one that can be dragged.
   * @param element it
   * @param thing {image, targets: [element…] or null for anywhere outside, drop(), click()}
   */
  make(element, thing) {
    let dragged = false;
    element.addEventListener('pointerdown', down => {
      dragged = false;
      if (down.button !== 0) return;
      const start = [down.clientX, down.clientY];
      let ghost = null;
      const move = event => {
        const far = Math.hypot(event.clientX - start[0], event.clientY - start[1]);
        if (!ghost && far > FAR_PX) ghost = this.#ghost(thing.image());
        if (ghost) this.#follow(ghost, event, thing);
      };
      const end = event => {
        document.removeEventListener('pointermove', move);
        document.removeEventListener('pointerup', end);
        document.removeEventListener('pointercancel', cancel);
        const dropped = ghost && thing.fits(event.clientX, event.clientY);
        dragged = ghost !== null;
        this.#clear(ghost, thing);
        if (dropped) thing.drop();
      };
      const cancel = () => {
        document.removeEventListener('pointermove', move);
        document.removeEventListener('pointerup', end);
        this.#clear(ghost, thing);
      };
      document.addEventListener('pointermove', move);
      document.addEventListener('pointerup', end);
      document.addEventListener('pointercancel', cancel, {once: true});
    });
    element.addEventListener('click', () => { if (!dragged) thing.click(); });
    element.addEventListener('keydown', event => {
      if (event.key === 'Enter') thing.click();
    });
  }

  #ghost(source) {
    const ghost = new Image();
    ghost.src = source;
    ghost.className = 'ghost';
    document.body.append(ghost);
    return ghost;
  }

  #follow(ghost, event, thing) {
    ghost.style.left = `${event.clientX}px`;
    ghost.style.top = `${event.clientY}px`;
    const fits = thing.fits(event.clientX, event.clientY);
    ghost.classList.toggle('over', fits);
    thing.aim(fits);
  }

  #clear(ghost, thing) {
    ghost?.remove();
    thing.aim(false);
  }
}

/** Whether a point lies within an element. */
export function within(element, x, y) {
  const box = element.getBoundingClientRect();
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
