package pannier.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import pannier.app.BadInputException;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Sighting;
import pannier.domain.trip.Input;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.FaultReader;
import pannier.simulator.ride.Floor;
import pannier.simulator.ride.Ride;
import pannier.simulator.scale.Climate;
import pannier.simulator.scale.Load;
import pannier.simulator.scale.Spot;
import pannier.simulator.script.Words;

/** Reads one event: its time in seconds, what happens, and what belongs to it. */
final class EventReader {
  private static final Load.Ringing RINGING = new Load.Ringing(0.12, 8, 0.08);
  private static final long LANDING_NANOS = 120_000_000L;
  private static final double CLARITY = 0.8;

  private final Words words;
  private final Shelf shelf;

  EventReader(Words words, Shelf shelf) {
    this.words = words;
    this.shelf = shelf;
  }

  Event read() throws BadInputException {
    words.skip("at");
    long nanos = words.nanos("a time in seconds");
    String verb = words.word("what happens");
    char sign = verb.charAt(0);
    if (sign == '+' || sign == '-') {
      return loaded(nanos, words.number(verb, "grams that come (+) or go (-)"));
    }
    return switch (verb) {
      case "in" -> seen(nanos, Direction.IN);
      case "out" -> seen(nanos, Direction.OUT);
      case "lean", "lift", "press", "leak" -> pressed(nanos, verb);
      case "roll", "kerb", "ramp", "elevator" -> moved(nanos, verb);
      case "air" ->
          new Event.Aired(
              nanos, new Climate(words.number("kelvin"), nanos, new SplittableRandom(1)));
      case "roam" -> roamed(nanos);
      case "phone" ->
          new Event.PhoneAsks(nanos, name(), words.options("for:").stream().findFirst());
      case "shows" -> new Event.PhoneShown(nanos, name(), !words.options("elsewhere").isEmpty());
      default -> {
        Optional<Fault> fault = FaultReader.read(verb, words, nanos);
        yield fault.isPresent()
            ? new Event.Failed(nanos, fault.get())
            : new Event.Done(nanos, input(verb));
      }
    };
  }

  private Event loaded(long nanos, double grams) throws BadInputException {
    Spot spot = spot(new Spot(0.4, 0.6));
    Load.Step step = new Load.Step(spot, grams, nanos, nanos + LANDING_NANOS, RINGING);
    boolean rolls = !words.options("rolling").isEmpty();
    Load load =
        rolls ? new Load.Rolled(step, spot.equals(Spot.CENTRE) ? spot : aside(spot), 2) : step;
    return new Event.Loaded(nanos, load);
  }

  private static Spot aside(Spot spot) {
    return new Spot(1 - spot.acrossFraction(), spot.alongFraction());
  }

  private Spot spot(Spot otherwise) throws BadInputException {
    for (String at : words.options("at:")) {
      String[] parts = at.split(",", -1);
      if (parts.length != 2) {
        throw words.bad("at:" + at, "at:ACROSS,ALONG in fractions");
      }
      return new Spot(words.number(parts[0], "a fraction"), words.number(parts[1], "a fraction"));
    }
    return otherwise;
  }

  private Event seen(long nanos, Direction direction) throws BadInputException {
    List<Candidate> candidates = new ArrayList<>();
    List<Code> codes = new ArrayList<>();
    double unknown = 0.01;
    int pieces = 1;
    int camera = 0;
    double late = 0.06;
    for (String word : words.rest()) {
      if (word.startsWith("@")) {
        camera = (int) words.number(word.substring(1), "a camera's index");
      } else if (word.startsWith("#")) {
        codes.add(code(word.substring(1)));
      } else if (word.startsWith("late:")) {
        late = words.number(word.substring(5), "seconds");
      } else if (word.startsWith("?:")) {
        unknown = words.number(word.substring(2), "a probability");
      } else if (word.matches("x[1-9]")) {
        pieces = word.charAt(1) - '0';
      } else {
        candidates.add(candidate(word));
      }
    }
    Sighting sighting =
        new Sighting(1, camera, nanos, direction, pieces, candidates, unknown, codes, CLARITY);
    return new Event.Seen(nanos, sighting, Math.round(late * 1e9));
  }

  private Candidate candidate(String word) throws BadInputException {
    String[] pair = word.split(":", -1);
    if (pair.length != 2) {
      throw words.bad(
          "'" + word + "'", "PRODUCT:PROBABILITY, ?:PROBABILITY, x2, @1, #CODE or late:2");
    }
    return new Candidate(
        shelf.product(pair[0], words).id(), words.number(pair[1], "a probability"));
  }

  /** A product's name stands for its code. */
  private Code code(String text) throws BadInputException {
    boolean digits = text.matches("[0-9]+");
    return new Code(
        Code.Symbology.EAN_13, digits ? text : shelf.product(text, words).codes().getFirst());
  }

  private Event pressed(long nanos, String verb) throws BadInputException {
    double amount = words.number("grams (of a leak: a second)");
    long until = nanos + words.nanos("seconds");
    return new Event.Loaded(
        nanos,
        switch (verb) {
          case "lean" -> new Load.Lean(spot(new Spot(0.5, 1.3)), amount, nanos, until);
          case "lift" -> new Load.Lean(spot(Spot.CENTRE), -amount, nanos, until);
          case "press" -> new Load.Press(spot(Spot.CENTRE), amount, nanos, until);
          default -> new Load.Leak(spot(Spot.CENTRE), amount, nanos, until);
        });
  }

  private Event moved(long nanos, String verb) throws BadInputException {
    return new Event.Moved(
        nanos,
        switch (verb) {
          case "roll" -> {
            String floor = words.word("smooth, tiles, asphalt or cobbles");
            double speed = words.number("metres a second");
            yield new Ride.Rolling(nanos, nanos + words.nanos("seconds"), floor(floor), speed);
          }
          case "elevator" -> {
            double mps2 = words.number("m/s²");
            yield new Ride.Elevator(nanos, nanos + words.nanos("seconds"), mps2);
          }
          case "ramp" -> {
            double degrees = words.number("degrees");
            yield new Ride.Ramp(nanos, nanos + words.nanos("seconds"), degrees);
          }
          default -> new Ride.Kerb(nanos);
        });
  }

  private Floor floor(String name) throws BadInputException {
    for (Floor floor : Floor.values()) {
      if (floor.name().toLowerCase(Locale.ROOT).equals(name)) {
        return floor;
      }
    }
    throw words.bad("'" + name + "'", "smooth, tiles, asphalt or cobbles");
  }

  private Event roamed(long nanos) throws BadInputException {
    int gate = words.whole("a gate, 1 or 2");
    if (gate < 1 || gate > 2) {
      throw words.bad("gate " + gate, "1 or 2");
    }
    return new Event.Roamed(nanos, gate - 1);
  }

  private Input input(String verb) throws BadInputException {
    return switch (verb) {
      case "pay" -> new Input.Pay();
      case "exit" -> new Input.Exit();
      case "back" -> new Input.Back();
      case "done" -> new Input.Done();
      case "more" -> new Input.MoreTime();
      case "help" -> new Input.CallStaff();
      case "end" -> new Input.RecordEnded();
      case "below" -> new Input.Below(code(words.word("a product or the digits of a code")));
      case "unbelow" -> new Input.NotBelow(shelf.product(words.word("a product"), words).id());
      case "answer" ->
          new Input.Answer(words.whole("a decision's number"), shelf.product(name(), words).id());
      case "nothing" -> new Input.AnswerNothing(words.whole("a decision's number"));
      case "own" -> new Input.Personal(words.whole("a decision's number"));
      case "wrong" -> new Input.Dispute(shelf.product(name(), words).id());
      case "code" -> new Input.CodeShown(code(words.word("a code or a product's name")));
      case "staff" ->
          new Input.StaffResolves(words.whole("a decision's number, or 0"), "Ann", name());
      case "approve" -> new Input.AgeApproved("Ann", words.whole("years"));
      case "deny" -> new Input.AgeDenied("Ann", name());
      case "close" -> new Input.Close("Ann", name());
      case "start" -> new Input.Start(name(), List.of(), !words.options("personal").isEmpty());
      case "settled" -> new Input.GateSettled(words.whole("an attempt"), "R-1");
      case "declined" -> new Input.GateDeclined(words.whole("an attempt"), "no funds");
      default -> throw words.bad("'" + verb + "'", "an event that the README lists");
    };
  }

  private String name() throws BadInputException {
    return words.word("a name");
  }
}
