package pannier.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a cart is just now, for staff. Only the newest counts: it is sent again and again, never kept
 * for later.
 *
 * @param state of the trip, such as {@code SHOPPING}
 * @param tripId empty without a trip
 * @param call why staff are called; empty if they are not
 * @param open questions and holds, oldest first
 * @param doubts sensors that cannot be trusted, in plain words
 * @param tab what the shopper would pay by now; empty without a trip
 * @param doneOrder the id of the last order that the cart has carried out; 0 for none
 * @param machine that the cart is, whoever shops with it
 */
public record CartStatus(
    String state,
    String tripId,
    String call,
    List<Open> open,
    List<String> doubts,
    long doneOrder,
    Optional<Tab> tab,
    Machine machine)
    implements Message {
  /** More are not sent: the oldest come first. */
  public static final int MOST_OPEN = 32;

  public CartStatus {
    Limits.text("state", state, Limits.LONGEST_ID);
    optional("trip", tripId, Limits.LONGEST_ID);
    optional("call", call, Limits.LONGEST_TEXT);
    open = Limits.list("open", open, MOST_OPEN);
    doubts = Limits.list("doubts", doubts, MOST_OPEN);
    doubts.forEach(doubt -> Limits.text("doubts", doubt, Limits.LONGEST_TEXT));
    Limits.range("done order", doneOrder, 0, Long.MAX_VALUE);
  }

  /**
   * The cart itself.
   *
   * @param program that it runs; empty where it was not installed as a package
   * @param work of staff at it while it is free; empty if there was none since its start
   * @param condition of its battery and radio; empty where neither can be measured
   */
  public record Machine(
      Optional<Program> program, Optional<Work> work, Optional<Condition> condition) {
    /** One that says nothing of itself. */
    public static final Machine NONE =
        new Machine(Optional.empty(), Optional.empty(), Optional.empty());

    /** The same running this. */
    public Machine with(Program running) {
      return new Machine(Optional.of(running), work, condition);
    }
  }

  /**
   * How long it can go on, and how well it is heard.
   *
   * @param chargePercent of the battery, 0 to 100; empty without a gauge
   * @param signalDbm of its radio link, -120 (nothing) to 0; empty on a cable
   */
  public record Condition(OptionalInt chargePercent, OptionalInt signalDbm) {
    static final int WEAKEST_DBM = -120;

    public Condition {
      chargePercent.ifPresent(it -> Limits.range("charge", it, 0, 100));
      signalDbm.ifPresent(it -> Limits.range("signal", it, WEAKEST_DBM, 0));
    }
  }

  /**
   * What a cart runs.
   *
   * @param failed a version that was tried and did not come up, so that the one before runs again;
   *     empty: none
   */
  public record Program(String version, String failed) {
    public Program {
      Limits.text("version", version, Limits.LONGEST_ID);
      optional("failed", failed, Limits.LONGEST_ID);
    }
  }

  /** The same on a cart that runs this. */
  public CartStatus with(Program running) {
    return new CartStatus(state, tripId, call, open, doubts, doneOrder, tab, machine.with(running));
  }

  /** Of a cart that says nothing of itself. */
  public CartStatus(
      String state,
      String tripId,
      String call,
      List<Open> open,
      List<String> doubts,
      long doneOrder,
      Optional<Tab> tab) {
    this(state, tripId, call, open, doubts, doneOrder, tab, Machine.NONE);
  }

  /** Without a tab. */
  public CartStatus(
      String state,
      String tripId,
      String call,
      List<Open> open,
      List<String> doubts,
      long doneOrder) {
    this(state, tripId, call, open, doubts, doneOrder, Optional.empty());
  }

  static void optional(String name, String value, int longest) {
    if (!value.isEmpty()) {
      Limits.text(name, value, longest);
    }
  }

  /**
   * What the shopper would pay by now.
   *
   * @param token of the card that the gate may reserve for it; empty: none
   * @param lines for the shopper's own phone; none where no phone began the trip, or where the gate
   *     has them already
   */
  public record Tab(long totalMinor, int pieces, String token, List<TabLine> lines) {
    public Tab {
      lines = Limits.list("lines", lines, Limits.MOST_LINES);
      Limits.amount("total", totalMinor);
      Limits.range("pieces", pieces, 0, Integer.MAX_VALUE);
      optional("token", token, Limits.LONGEST_TEXT);
    }

    /** Without lines. */
    public Tab(long totalMinor, int pieces, String token) {
      this(totalMinor, pieces, token, List.of());
    }

    /** Keeps the token out of logs. */
    @Override
    public String toString() {
      return "Tab[%d, %d pieces]".formatted(totalMinor, pieces);
    }
  }

  /**
   * A line of a basket.
   *
   * @param massGrams of what is sold by the kilogram; 0 otherwise
   */
  public record TabLine(String name, int pieces, long massGrams, long netMinor) {
    public TabLine {
      Limits.text("name", name, Limits.LONGEST_TEXT);
      Limits.range("pieces", pieces, 1, Limits.MOST_PIECES);
      Limits.range("mass", massGrams, 0, Limits.MOST_GRAMS);
      Limits.amount("net", netMinor);
    }
  }

  /** The same without its lines, for a gate that has them. */
  public CartStatus brief() {
    Optional<Tab> less = tab.map(it -> new Tab(it.totalMinor(), it.pieces(), it.token()));
    return new CartStatus(state, tripId, call, open, doubts, doneOrder, less, machine);
  }

  /**
   * What staff do or did at a cart that was free.
   *
   * @param staff who came last
   * @param open they are still there
   * @param results how many there were since the cart's start
   * @param result the last one: a short code and what it is about, such as {@code rim 1}; empty if
   *     there is none
   */
  public record Work(String staff, boolean open, int results, String result) {
    public Work {
      Limits.text("staff", staff, Limits.LONGEST_ID);
      Limits.range("results", results, 0, Integer.MAX_VALUE);
      optional("result", result, Limits.LONGEST_TEXT);
    }
  }

  /**
   * A question or a hold.
   *
   * @param number of the decision, from 1
   * @param held nothing explains it
   * @param massGrams positive where it went in; 0 where no scale measured it
   */
  public record Open(int number, boolean held, long massGrams) {
    public Open {
      Limits.range("number", number, 1, Integer.MAX_VALUE);
      Limits.range("mass", massGrams, -Limits.MOST_GRAMS, Limits.MOST_GRAMS);
    }
  }
}
