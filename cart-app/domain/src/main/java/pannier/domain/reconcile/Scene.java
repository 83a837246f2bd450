package pannier.domain.reconcile;

import java.util.List;
import pannier.domain.basket.Basket;

/**
 * What stands around the evidence at one tick.
 *
 * @param nanos now
 * @param basket what can be taken out
 * @param scale what weight can say
 * @param cameras what pictures can say
 * @param last nothing more will come: settle everything
 */
public record Scene(long nanos, Basket basket, Weighing scale, Seeing cameras, boolean last) {

  /**
   * What the scale can say.
   *
   * @param stirredNanos when the load was last away from its level; {@link Long#MIN_VALUE} if never
   */
  public record Weighing(Load load, long stirredNanos) {}

  /** The load at this instant. */
  public enum Load {
    /** There is no scale, or it cannot be trusted. */
    UNKNOWN,
    MOVING,
    SETTLED
  }

  /**
   * What the cameras can say.
   *
   * @param installed how many the cart has, trusted or not
   * @param trusted those that can be trusted
   */
  public record Seeing(int installed, List<Watching> trusted) {
    public Seeing {
      trusted = List.copyOf(trusted);
    }

    /** All of them have looked up to there, and nothing moves before any of them. */
    boolean quietSince(long nanos) {
      return trusted.stream().allMatch(c -> c.upToNanos() >= nanos && !c.active());
    }
  }

  /**
   * How far a camera has looked.
   *
   * @param upToNanos frames up to here have been looked at
   * @param active something moves near the rim
   */
  public record Watching(int camera, long upToNanos, boolean active) {}
}
