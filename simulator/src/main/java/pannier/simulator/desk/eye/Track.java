package pannier.simulator.desk.eye;

import pannier.vision.Ranking;
import pannier.vision.camera.Onlooker;

/**
 * An item that vision saw crossing the rim.
 *
 * @param crossedNanos when half of it was over
 */
public record Track(long crossedNanos, Onlooker.Place place, Ranking ranking) {}
