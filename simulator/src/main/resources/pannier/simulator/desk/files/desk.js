// Puts the parts of the desk together: one state comes in, each part shows what it shows.
import {ask, listen} from './api.js';
import {Basket} from './basket.js';
import {Cameras} from './cameras.js';
import {Curves} from './curves.js';
import {Dragging} from './drag.js';
import {Faults} from './faults.js';
import {Screens} from './screens.js';
import {Shelf} from './shelf.js';
import {Story} from './story.js';
import {Transport} from './transport.js';

const dragging = new Dragging();
const shelf = new Shelf(dragging);
const parts = [new Transport(), new Basket(dragging), new Cameras(), new Faults(), new Screens()];
const story = new Story();
const curves = new Curves();

let playing = 0;
let beginning = false;
let asking = false;

/** Another trip: what does not change while it is played. */
async function begin(now) {
  beginning = true;
  const play = await ask('/sim/play').finally(() => { beginning = false; });
  if (!play) return;
  playing = now.play;
  shelf.begin(play);
  story.begin();
  curves.begin();
  parts.forEach(part => part.begin?.(play));
  document.body.classList.remove('waiting');
}

/** The lines of the story and the curves that are not here yet. */
async function fetchMore(now) {
  if (asking) return;
  asking = true;
  const query = `play=${playing}&story=${story.last}&cells=${curves.lastCells}&motion=${curves.lastMotion}`;
  const more = await ask(`/sim/more?${query}`).finally(() => { asking = false; });
  if (more && now.play === playing) {
    story.add(more.story);
    curves.add(more.cells, more.motion, more.story);
  }
}

listen(now => {
  parts[0].task(now.task);
  if (!now.play) return;
  if (now.play !== playing) {
    if (!beginning) begin(now);
    return;
  }
  document.body.classList.remove('waiting');
  parts.forEach(part => part.show(now));
  story.show(now);
  curves.show(now);
  fetchMore(now);
});
