package pannier.simulator.fault;

import java.util.OptionalInt;

/** Something that is wrong for a while. */
public sealed interface Fault {
  Span span();

  /** With something that gives readings. */
  sealed interface OfDevice extends Fault {}

  /** With a computer, its disk, its clock or its network. */
  sealed interface OfSystem extends Fault {}

  /** A camera's pictures. */
  record Camera(Span span, int camera, Picture picture) implements OfDevice {}

  /**
   * The load cells.
   *
   * @param cell 0 front left, 1 front right, 2 rear left, 3 rear right; empty for all of them
   */
  record Scale(Span span, OptionalInt cell, Readings readings) implements OfDevice {
    public Scale {
      if (cell.isPresent() && (cell.getAsInt() < 0 || cell.getAsInt() > 3)) {
        throw new IllegalArgumentException("cell " + cell.getAsInt());
      }
    }

    /** Whether it concerns that cell. */
    public boolean concerns(int index) {
      return cell.isEmpty() || cell.getAsInt() == index;
    }
  }

  /** The accelerometer. */
  record Motion(Span span, Readings readings) implements OfDevice {}

  /**
   * Messages between cart and gate.
   *
   * @param share of the messages that it concerns, above 0 to 1
   */
  record Link(Span span, Passage passage, double share) implements OfSystem {
    public Link {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("a share of " + share);
      }
    }
  }

  /**
   * The power of a machine goes at the first such moment from the span's begin on, and comes back
   * the span's length later.
   *
   * @param moment {@link #AT_ONCE}, or a boundary between two writes that the machine names
   */
  record Death(Span span, Machine machine, String moment) implements OfSystem {
    /** At the span's begin, whatever the machine does. */
    public static final String AT_ONCE = "at once";
  }

  /** A machine's disk takes nothing more. */
  record FullDisk(Span span, Machine machine) implements OfSystem {}

  /** The gate does not reach its payment provider. */
  record Offline(Span span, Machine machine) implements OfSystem {}

  /**
   * A machine's clock is wrong from the span's begin on. A cart's monotonic clock only knows gaps:
   * its program stands still for so long.
   */
  record ClockJump(Span span, Machine machine, long byNanos) implements OfSystem {}

  /** What a camera shows. */
  enum Picture {
    /** A hand or a cloth lies on the lens. */
    COVERED,
    /** The same picture comes again and again. */
    FROZEN,
    /** No light. */
    DARK,
    /** Grease on the lens, or out of focus. */
    BLURRED,
    /** A bad cable: snow. */
    NOISY,
    /** No pictures come. */
    UNPLUGGED
  }

  /** What a sensor gives. */
  enum Readings {
    /** None. */
    UNPLUGGED,
    /** The last one again and again. */
    FROZEN,
    /** Far too much noise, as from a loose contact. */
    NOISY
  }

  /** What becomes of messages. */
  enum Passage {
    /** They do not arrive, in either direction. */
    LOST,
    /** The gate gets none. */
    REQUESTS_LOST,
    /** The gate gets them, the cart gets no reply. */
    REPLIES_LOST,
    /** The gate gets each twice. */
    REPEATED,
    /** The gate gets them three seconds late, after what was sent later; the reply is lost. */
    DELAYED
  }

  /** A computer. */
  enum Machine {
    CART,
    GATE,
    /** Another gate of the same shop, on the same ledger. */
    GATE2
  }
}
