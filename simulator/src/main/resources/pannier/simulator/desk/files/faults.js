// What can be made to go wrong by hand.
import {make, touch} from './api.js';

export const CAMERA_FAULTS = ['covered', 'frozen', 'dark', 'blurred', 'noisy', 'unplugged'];
const SCALE_FAULTS = [
  ['all', 'unplugged', 'unplug'], ['all', 'noisy', 'noise'], ['all', 'frozen', 'freeze'],
  ['0', 'unplugged', 'dead cell FL'], ['3', 'unplugged', 'dead cell RR'],
];
const DISTURBANCES = ['lean', 'lift', 'press', 'roll', 'cobbles', 'kerb', 'ramp'];

const switched = new Map();

/** Adds a chip for each fault; a chip stays down while its fault holds. */
export function chips(to, faults, device) {
  for (const fault of faults) {
    const button = make('button', '', fault === 'unplugged' ? 'off' : fault);
    button.title = fault;
    button.dataset.fault = `${device.device} ${device.index} ${fault}`;
    toggle(button, {...device, wrong: fault});
    to.append(button);
  }
}

function toggle(button, fault) {
  button.setAttribute('aria-pressed', 'false');
  switched.set(button.dataset.fault, button);
  button.addEventListener('click', () =>
    touch('/sim/fault', {...fault, on: button.getAttribute('aria-pressed') !== 'true'}));
}

export class Faults {
  begin(play) {
    const simulated = play.kind === 'simulated';
    const scale = document.getElementById('scale-faults');
    const disturbances = document.getElementById('disturbances');
    scale.replaceChildren();
    disturbances.replaceChildren();
    for (const name of switched.keys()) if (name.startsWith('scale')) switched.delete(name);
    if (!simulated) return;
    for (const [index, wrong, words] of SCALE_FAULTS) {
      const button = make('button', '', words);
      button.dataset.fault = `scale ${index === 'all' ? -1 : index} ${wrong}`;
      toggle(button, {device: 'scale', index: index === 'all' ? -1 : Number(index), wrong});
      scale.append(button);
    }
    for (const what of DISTURBANCES) {
      const button = make('button', '', what);
      button.addEventListener('click', () => touch('/sim/disturb', {what}));
      disturbances.append(button);
    }
  }

  show(now) {
    const on = new Set(now.world?.faults ?? []);
    for (const [name, button] of switched) button.setAttribute('aria-pressed', on.has(name));
  }
}
