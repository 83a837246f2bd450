package pannier.domain.reconcile;

import java.util.List;
import pannier.domain.basket.Basket;

/**
 * What stands around the evidence at one tick.
 *
 * @param nanos now
 * @param basket what can be taken out
 * @param scale whether weight can be asked for
 * @param cameras one for each camera that can be trusted
 * @param last nothing more will come: settle everything
 */
public record Scene(
    long nanos, Basket basket, Weighing scale, List<Watching> cameras, boolean last) {
  public Scene {
    cameras = List.copyOf(cameras);
  }

  /** What the scale can say. */
  public enum Weighing {
    /** There is no scale, or it cannot be trusted. */
    ABSENT,
    /** The load is moving. */
    UNSETTLED,
    SETTLED
  }

  /**
   * How far a camera has looked.
   *
   * @param upToNanos frames up to here have been looked at
   * @param active something moves near the rim
   */
  public record Watching(int camera, long upToNanos, boolean active) {}
}
