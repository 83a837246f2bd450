package pannier.simulator.render;

import pannier.simulator.geometry.Vector;

/** A ball that keeps the ceiling light from what lies behind it; things are a few balls each. */
public record Shadow(Vector centre, double radiusMetres) {}
