// A live picture: fetched when a newer one is announced, never twice at once.

export class LivePicture {
  #canvas;
  #path;
  #shown = 0;
  #busy = false;

  constructor(canvas, path) {
    this.#canvas = canvas;
    this.#path = path;
  }

  clear() {
    this.#shown = 0;
    this.#canvas.getContext('2d').clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  /** Fetches the newest if it is newer than what is shown. */
  async show(number) {
    if (this.#busy || number === this.#shown) return;
    this.#busy = true;
    try {
      const answer = await fetch(this.#path);
      if (!answer.ok) return;
      this.#shown = Number(answer.headers.get('X-Picture'));
      const bitmap = await createImageBitmap(await answer.blob());
      if (this.#canvas.width !== bitmap.width) this.#canvas.width = bitmap.width;
      if (this.#canvas.height !== bitmap.height) this.#canvas.height = bitmap.height;
      this.#canvas.getContext('2d').drawImage(bitmap, 0, 0);
      bitmap.close();
    } finally {
      this.#busy = false;
    }
  }
}
