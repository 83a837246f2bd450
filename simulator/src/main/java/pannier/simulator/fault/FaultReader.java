package pannier.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import pannier.app.BadInputException;
import pannier.simulator.fault.Fault.Machine;
import pannier.simulator.script.Words;

/**
 * Reads faults as scripts write them, such as {@code camera 0 covered 3s}, {@code link loses
 * replies 5} and {@code gate dies after-settle 2}; the README lists them all.
 */
public final class FaultReader {
  /** Between which of its writes a cart may lose its power. */
  public static final Set<String> CART_MOMENTS =
      Set.of("before-commit", "after-commit", "before-send", "after-send");

  private static final long NEVER = Long.MAX_VALUE / 2;

  private final Words words;
  private final long nanos;

  private FaultReader(Words words, long nanos) {
    this.words = words;
    this.nanos = nanos;
  }

  /**
   * @param what the first word, already taken
   * @param nanos when it begins
   * @return empty if {@code what} begins no fault
   */
  public static Optional<Fault> read(String what, Words words, long nanos)
      throws BadInputException {
    FaultReader reader = new FaultReader(words, nanos);
    return switch (what) {
      case "camera" -> Optional.of(reader.camera());
      case "cell" -> Optional.of(reader.cell());
      case "scale" -> Optional.of(reader.scale(OptionalInt.empty()));
      case "motion" -> Optional.of(reader.motion());
      case "link" -> Optional.of(reader.link());
      case "cart" -> Optional.of(reader.machine(Machine.CART));
      case "gate" -> Optional.of(reader.machine(Machine.GATE));
      case "gate2" -> Optional.of(reader.machine(Machine.GATE2));
      default -> Optional.empty();
    };
  }

  private Fault camera() throws BadInputException {
    int camera = words.whole("a camera's index");
    Fault.Picture picture = one(Fault.Picture.class);
    return new Fault.Camera(span(), camera, picture);
  }

  private Fault cell() throws BadInputException {
    int cell = words.whole("a cell, 0 to 3");
    if (cell < 0 || cell > 3) {
      throw words.bad("cell " + cell, "0 to 3");
    }
    return scale(OptionalInt.of(cell));
  }

  private Fault scale(OptionalInt cell) throws BadInputException {
    Fault.Readings readings = one(Fault.Readings.class);
    return new Fault.Scale(span(), cell, readings);
  }

  private Fault motion() throws BadInputException {
    Fault.Readings readings = one(Fault.Readings.class);
    return new Fault.Motion(span(), readings);
  }

  private Fault link() throws BadInputException {
    String how = words.word("cut, loses, repeats or delays");
    return switch (how) {
      case "cut" -> new Fault.Link(span(), Fault.Passage.LOST, 1);
      case "repeats" -> new Fault.Link(span(), Fault.Passage.REPEATED, 1);
      case "delays" -> new Fault.Link(span(), Fault.Passage.DELAYED, 1);
      case "loses" -> loses();
      default -> throw words.bad("'" + how + "'", "cut, loses, repeats or delays");
    };
  }

  private Fault loses() throws BadInputException {
    String what = words.word("requests, replies or a fraction");
    return switch (what) {
      case "requests" -> new Fault.Link(span(), Fault.Passage.REQUESTS_LOST, 1);
      case "replies" -> new Fault.Link(span(), Fault.Passage.REPLIES_LOST, 1);
      default -> {
        double share = words.number(what, "requests, replies or a fraction");
        if (!(share > 0 && share <= 1)) {
          throw words.bad("'" + what + "'", "a fraction above 0, to 1");
        }
        yield new Fault.Link(span(), Fault.Passage.LOST, share);
      }
    };
  }

  private Fault machine(Machine machine) throws BadInputException {
    String how = words.word("dies, full, offline or clock");
    return switch (how) {
      case "dies" -> dies(machine);
      case "full" -> new Fault.FullDisk(span(), machine);
      case "offline" -> offline(machine);
      case "clock" -> {
        double seconds = words.number("seconds, signed");
        if (machine == Machine.CART && seconds < 0) {
          throw words.bad("'" + seconds + "'", "seconds above zero: its clock is monotonic");
        }
        Span onwards = new Span(nanos, NEVER);
        yield new Fault.ClockJump(onwards, machine, Math.round(seconds * 1e9));
      }
      default -> throw words.bad("'" + how + "'", "dies, full, offline or clock");
    };
  }

  private Fault offline(Machine machine) throws BadInputException {
    if (machine == Machine.CART) {
      throw words.bad("'cart offline'", "link cut SECONDS");
    }
    return new Fault.Offline(span(), machine);
  }

  private Fault dies(Machine machine) throws BadInputException {
    String next = words.word("a moment, or seconds");
    if (next.matches("[0-9.]+s?")) {
      long length = words.nanos(next, "seconds");
      return new Fault.Death(span(length), machine, Fault.Death.AT_ONCE);
    }
    boolean fits =
        machine == Machine.CART
            ? CART_MOMENTS.contains(next)
            : next.matches("(before|after)-[a-z]+");
    if (!fits) {
      throw words.bad(
          "'" + next + "'",
          machine == Machine.CART
              ? CART_MOMENTS.stream().sorted().collect(Collectors.joining(", "))
              : "before- or after- a step of the gate, such as after-settle");
    }
    return new Fault.Death(span(), machine, next);
  }

  private Span span() throws BadInputException {
    return span(words.nanos("seconds"));
  }

  private Span span(long length) throws BadInputException {
    if (length == 0) {
      throw words.bad("0 seconds", "more than none");
    }
    return new Span(nanos, nanos + length);
  }

  private <E extends Enum<E>> E one(Class<E> type) throws BadInputException {
    E[] all = type.getEnumConstants();
    String wanted =
        Arrays.stream(all).map(FaultReader::lower).sorted().collect(Collectors.joining(", "));
    String word = words.word(wanted);
    for (E each : all) {
      if (lower(each).equals(word)) {
        return each;
      }
    }
    throw words.bad("'" + word + "'", wanted);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
