package pannier.app.loop;

import java.io.IOException;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.TickRecord;

/**
 * Advances the core tick by tick: first the decision is made, then it is on the disk, then its
 * effects may be carried out by the caller. Used by one thread.
 */
public final class CartLoop {
  /** How often a cart ticks. */
  public static final long TICK_NANOS = 20_000_000L;

  private final CartCore core;
  private final DecisionLog log;
  private CartState state;

  /**
   * @param start from {@link CartCore#start}, or what the journal gave back after a power cut
   */
  public CartLoop(CartCore core, CartState start, DecisionLog log) {
    this.core = core;
    this.log = log;
    this.state = start;
  }

  /**
   * One tick.
   *
   * @throws IOException if the decisions could not be made durable: nothing has happened then, and
   *     no effect may go out
   */
  public CartCore.Step tick(TickRecord record) throws IOException {
    CartCore.Step step = core.tick(state, record);
    log.append(record, step.decisions(), step.weighings());
    state = step.state();
    return step;
  }

  public CartState state() {
    return state;
  }
}
