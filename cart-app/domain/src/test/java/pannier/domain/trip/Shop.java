package pannier.domain.trip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import pannier.domain.basket.BasketLine;
import pannier.domain.basket.Content;
import pannier.domain.basket.Means;
import pannier.domain.basket.Wallet;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Handling;
import pannier.domain.catalogue.Handling.Embedded;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.domain.reconcile.Decision;

/**
 * A cart under test: a scenario in short text goes in, one compact line comes out.
 *
 * <p>Events are separated by {@code ;}. Each begins with its time in seconds:
 *
 * <ul>
 *   <li>{@code 1.0 in water:0.9 soy:0.05 ?:0.02} – a sighting (options {@code x2} pieces,
 *       {@code @1} camera, {@code #4006381333931} code, {@code late:2.5} seconds until it is
 *       reported)
 *   <li>{@code 1.9 +521} – the load changes within 150 ms; {@code at:0.5,1.4} sets its place
 *   <li>{@code 3 press 900 0.4} – a hand presses for so long
 *   <li>{@code 3 cover @0}, {@code 4 uncover @0}, {@code 3 dead}, {@code 4 alive}, {@code 3 push},
 *       {@code 4 stop}
 *   <li>{@code 5 pay}, {@code 6 exit}, {@code 7 answer 1 water}, {@code 7 nothing 1}, {@code 7 code
 *       4006381333931}, {@code 8 settled 1}, {@code 8 declined 1}, {@code 8 back}, {@code 8 own 1},
 *       {@code 8 wrong water}, {@code 8 more}, {@code 8 help}, {@code 8 staff 1 checked}, {@code 8
 *       age Ann 18}, {@code 8 deny Ann}, {@code 8 card token}, {@code 8 day 20500}, {@code 8 prices
 *       digest}, {@code 8 names 1 water}, {@code 8 names 1 water anew} (it weighs so), {@code 8
 *       below 400000000001}, {@code 8 unbelow water}
 * </ul>
 *
 * Between events the scale has noise of 0.8 g a cell, and every camera reports each tick, 60 ms
 * late, active within 0.4 s of a sighting.
 */
final class Shop {
  static final Currency EUR = Currency.getInstance("EUR");
  private static final long TICK_NANOS = 20_000_000L;

  private final Catalogue catalogue;
  private final Sensors sensors;
  private final List<Content> start;
  private final double startGrams;
  private final double noiseGrams;

  Shop(Catalogue catalogue, Sensors sensors, List<Content> start, double noiseGrams) {
    this.catalogue = catalogue;
    this.sensors = sensors;
    this.start = start;
    this.noiseGrams = noiseGrams;
    double grams = 0;
    for (Content content : start) {
      grams += content.pieces() * catalogue.get(content.product()).pieceMass().mean().grams();
    }
    this.startGrams = grams;
  }

  /** With one camera and a scale: {@code "water 521 3; soy 520 5; grapes kg"}. */
  static Shop of(String products) {
    return new Shop(catalogue(products), new Sensors(1, true), List.of(), 0.8);
  }

  Shop with(Sensors other) {
    return new Shop(catalogue, other, start, noiseGrams);
  }

  /** {@code "water 3"} already lies in the basket. */
  Shop holding(String contents) {
    List<Content> list = new ArrayList<>();
    for (String text : contents.split(";", -1)) {
      String[] words = text.strip().split(" ", -1);
      list.add(new Content(new ProductId(words[0]), Integer.parseInt(words[1])));
    }
    return new Shop(catalogue, sensors, list, noiseGrams);
  }

  static Catalogue catalogue(String products) {
    List<Product> list = new ArrayList<>();
    int code = 1;
    for (String text : products.split(";", -1)) {
      String[] words = text.strip().split(" ", -1);
      boolean loose = words[1].equals("kg");
      MassSpread mass =
          loose
              ? new MassSpread(Mass.ofGrams(500), 300)
              : new MassSpread(
                  Mass.ofGrams(Double.parseDouble(words[1])), Double.parseDouble(words[2]));
      list.add(
          new Product(
              new ProductId(words[0]),
              words[0],
              loose ? SaleUnit.KILOGRAM : SaleUnit.PIECE,
              new Money(100 + code, EUR),
              mass,
              List.of("400000000000" + code++),
              new Handling(
                  0, words.length > 3 ? Integer.parseInt(words[3]) : 0, Embedded.NOTHING, 0)));
    }
    return new Catalogue(EUR, list);
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** What a scenario's pieces weighed when its bill was settled, to five grams. */
  List<String> weighings(String scenario) {
    CartCore core = new CartCore(catalogue, CartConfig.standard(sensors));
    PieceWeighings weighings = new PieceWeighings(catalogue);
    CartState state = core.start(0);
    List<String> found = new ArrayList<>();
    for (TickRecord record : record(scenario, 1)) {
      CartCore.Step step = core.tick(state, record);
      state = step.state();
      weighings
          .see(step)
          .forEach(
              it ->
                  found.add(
                      "%s %d %d"
                          .formatted(
                              it.product(), it.pieces(), 5 * Math.round(it.mass().grams() / 5))));
    }
    return found;
  }

  /** What came of it. */
  record Outcome(CartState state, List<Decision> decisions, List<TickRecord> records) {
    /** {@code added water 1; held +312 | water 1 | Asking}. */
    @Override
    public String toString() {
      List<String> said = decisions.stream().map(Shop::say).toList();
      List<String> lines =
          state.basket().lines().stream()
              .sorted(Comparator.comparing(BasketLine::product))
              .map(line -> line.product() + " " + line.pieces())
              .toList();
      return "%s | %s | %s"
          .formatted(
              String.join("; ", said),
              String.join(", ", lines),
              state.trip().getClass().getSimpleName());
    }
  }

  private static String say(Decision decision) {
    return switch (decision) {
      case Decision.Added a -> "added %s %d".formatted(a.product(), a.pieces());
      case Decision.Removed r -> "removed %s %d".formatted(r.product(), r.pieces());
      case Decision.Asked a ->
          "asked %s %d %s"
              .formatted(
                  a.change().direction() == Direction.IN ? "in" : "out",
                  a.change().pieces(),
                  String.join(
                      "/",
                      a.candidates().stream().map(c -> c.product().value()).sorted().toList()));
      case Decision.Held h -> "held %+d".formatted(Math.round(h.mass().grams() / 10) * 10);
      case Decision.Resolved r -> "resolved " + r.resolved();
    };
  }

  /** Plays a scenario to its end and six seconds more. */
  Outcome play(String scenario) {
    return play(scenario, 1);
  }

  Outcome play(String scenario, long seed) {
    List<TickRecord> records = record(scenario, seed);
    return replay(records);
  }

  Outcome replay(List<TickRecord> records) {
    CartCore core = new CartCore(catalogue, CartConfig.standard(sensors));
    CartState state = core.start(0);
    List<Decision> decisions = new ArrayList<>();
    for (TickRecord record : records) {
      CartCore.Step step = core.tick(state, record);
      state = step.state();
      decisions.addAll(step.decisions());
    }
    return new Outcome(state, decisions, records);
  }

  List<TickRecord> record(String scenario, long seed) {
    Script script = new Script(scenario);
    Random random = new Random(seed);
    List<TickRecord> records = new ArrayList<>();
    long end = script.endNanos() + 8_000_000_000L;
    long sample = 0;
    for (long now = TICK_NANOS; now <= end; now += TICK_NANOS) {
      List<LoadSample> load = new ArrayList<>();
      for (; sensors.scale() && sample <= now; sample += 12_500_000L) {
        load.add(script.load(sample, startGrams, random, noiseGrams));
      }
      List<Input> inputs = new ArrayList<>();
      if (now == TICK_NANOS) {
        inputs.add(new Input.Start("t1", start, false));
      }
      script.inputs(now - TICK_NANOS, now, inputs);
      List<MotionSample> motion = script.motion(now);
      records.add(new TickRecord(now, load, motion, vision(script, now), inputs));
    }
    return records;
  }

  private List<VisionReport> vision(Script script, long now) {
    List<VisionReport> reports = new ArrayList<>();
    for (int camera = 0; camera < sensors.cameras(); camera++) {
      reports.add(script.report(camera, now - TICK_NANOS, now));
    }
    return reports;
  }

  /** The parsed events. */
  private static final class Script {
    private record Event(long nanos, List<String> words) {
      String word() {
        return words.get(1);
      }

      String option(String prefix, String otherwise) {
        for (String word : words) {
          if (word.startsWith(prefix)) {
            return word.substring(prefix.length());
          }
        }
        return otherwise;
      }
    }

    private static final long LAG_NANOS = 60_000_000L;
    private final List<Event> events = new ArrayList<>();

    Script(String text) {
      for (String part : text.split(";", -1)) {
        if (!part.isBlank()) {
          List<String> words = List.of(part.strip().split("\\s+", -1));
          events.add(new Event((long) (Double.parseDouble(words.getFirst()) * 1e9), words));
        }
      }
    }

    long endNanos() {
      return events.stream().mapToLong(Event::nanos).max().orElse(0);
    }

    LoadSample load(long nanos, double startGrams, Random random, double noise) {
      double[] cells = new double[4];
      place(cells, startGrams, 0.5, 0.5);
      boolean dead = false;
      boolean pushed = false;
      for (Event event : events) {
        double since = (nanos - event.nanos()) / 1e9;
        if (since < 0) {
          continue;
        }
        char sign = event.word().charAt(0);
        String[] at = event.option("at:", "0.4,0.6").split(",", -1);
        double across = Double.parseDouble(at[0]);
        double along = Double.parseDouble(at[1]);
        if (sign == '+' || sign == '-') {
          double grams = Double.parseDouble(event.word()) * Math.min(1, since / 0.15);
          double ring = 0.03 * grams * Math.exp(-since / 0.05) * Math.sin(since * 120);
          place(cells, grams + ring, across, along);
        } else if (event.word().equals("press")
            && since < Double.parseDouble(event.words().get(3))) {
          place(cells, Double.parseDouble(event.words().get(2)), across, along);
        } else {
          dead = flag(event, dead, "dead", "alive");
          pushed = flag(event, pushed, "push", "stop");
        }
      }
      double sd = pushed ? 20 * noise : noise;
      for (int i = 0; i < 4; i++) {
        cells[i] += random.nextGaussian() * sd;
      }
      return new LoadSample(nanos, cells[0], cells[1], dead ? Double.NaN : cells[2], cells[3]);
    }

    private static boolean flag(Event event, boolean now, String on, String off) {
      return event.word().equals(on) || (now && !event.word().equals(off));
    }

    private static void place(double[] cells, double grams, double across, double along) {
      cells[0] += grams * (1 - across) * (1 - along);
      cells[1] += grams * across * (1 - along);
      cells[2] += grams * (1 - across) * along;
      cells[3] += grams * across * along;
    }

    List<MotionSample> motion(long now) {
      boolean pushed = false;
      boolean any = false;
      for (Event event : events) {
        any |= event.word().equals("push");
        if (event.nanos() <= now) {
          pushed = flag(event, pushed, "push", "stop");
        }
      }
      return any ? List.of(new MotionSample(now, 0, pushed ? 1.5 : 0.02)) : List.of();
    }

    VisionReport report(int camera, long from, long to) {
      List<Sighting> sightings = new ArrayList<>();
      boolean active = false;
      boolean covered = false;
      int number = 0;
      for (Event event : events) {
        if (Integer.parseInt(event.option("@", "0")) != camera) {
          continue;
        }
        if (event.word().equals("in") || event.word().equals("out")) {
          number++;
          double late = Double.parseDouble(event.option("late:", "0.06"));
          long due = event.nanos() + (long) (late * 1e9);
          if (due >= from && due < to) {
            sightings.add(sighting(event, camera, number));
          }
          active |= Math.abs(to - LAG_NANOS - event.nanos()) < 400_000_000L;
        } else if (event.nanos() <= to) {
          covered = flag(event, covered, "cover", "uncover");
        }
      }
      CameraState state = covered ? CameraState.COVERED : CameraState.TRUSTED;
      return new VisionReport(camera, to - LAG_NANOS, active, state, sightings);
    }

    private static Sighting sighting(Event event, int camera, int number) {
      List<Candidate> candidates = new ArrayList<>();
      List<Code> codes = new ArrayList<>();
      double unknown = 0.01;
      int pieces = 1;
      for (int i = 2; i < event.words().size(); i++) {
        String word = event.words().get(i);
        if (word.startsWith("?:")) {
          unknown = Double.parseDouble(word.substring(2));
        } else if (word.startsWith("x") && word.length() == 2) {
          pieces = Integer.parseInt(word.substring(1));
        } else if (word.startsWith("#")) {
          codes.add(new Code(Code.Symbology.EAN_13, word.substring(1)));
        } else if (!word.startsWith("@") && !word.startsWith("late:")) {
          String[] pair = word.split(":", -1);
          double probability = Double.parseDouble(pair[1]);
          candidates.add(new Candidate(new ProductId(pair[0]), probability));
        }
      }
      Direction direction = event.word().equals("in") ? Direction.IN : Direction.OUT;
      return new Sighting(
          number, camera, event.nanos(), direction, pieces, candidates, unknown, codes, 0.8);
    }

    void inputs(long from, long to, List<Input> inputs) {
      for (Event event : events) {
        if (event.nanos() >= from && event.nanos() < to) {
          input(event, inputs);
        }
      }
    }

    private static void input(Event event, List<Input> inputs) {
      List<String> words = event.words();
      switch (event.word()) {
        case "pay" -> inputs.add(new Input.Pay());
        case "more" -> inputs.add(new Input.MoreTime());
        case "help" -> inputs.add(new Input.CallStaff());
        case "own" -> inputs.add(new Input.Personal(Integer.parseInt(words.get(2))));
        case "wrong" -> inputs.add(new Input.Dispute(new ProductId(words.get(2))));
        case "exit" -> inputs.add(new Input.Exit());
        case "back" -> inputs.add(new Input.Back());
        case "done" -> inputs.add(new Input.Done());
        case "end" -> inputs.add(new Input.RecordEnded());
        case "answer" ->
            inputs.add(
                new Input.Answer(Integer.parseInt(words.get(2)), new ProductId(words.get(3))));
        case "age" ->
            inputs.add(new Input.AgeApproved(words.get(2), Integer.parseInt(words.get(3))));
        case "deny" -> inputs.add(new Input.AgeDenied(words.get(2), "no passport"));
        case "card" ->
            inputs.add(
                new Input.PayWith(
                    new Wallet(List.of(new Means("card", words.get(2))), List.of("SUN"), "m-1")));
        case "day" -> inputs.add(new Input.Today(Long.parseLong(words.get(2))));
        case "prices" -> inputs.add(new Input.PriceList(words.get(2)));
        case "nothing" -> inputs.add(new Input.AnswerNothing(Integer.parseInt(words.get(2))));
        case "staff" ->
            inputs.add(
                new Input.StaffResolves(Integer.parseInt(words.get(2)), "Ann", words.get(3)));
        case "names" ->
            inputs.add(
                new Input.StaffIdentifies(
                    Integer.parseInt(words.get(2)),
                    new ProductId(words.get(3)),
                    "Ann",
                    words.size() > 4));
        case "below" -> inputs.add(new Input.Below(new Code(Code.Symbology.EAN_13, words.get(2))));
        case "unbelow" -> inputs.add(new Input.NotBelow(new ProductId(words.get(2))));
        case "code" ->
            inputs.add(new Input.CodeShown(new Code(Code.Symbology.EAN_13, words.get(2))));
        case "settled" -> inputs.add(new Input.GateSettled(Integer.parseInt(words.get(2)), "r1"));
        case "declined" ->
            inputs.add(new Input.GateDeclined(Integer.parseInt(words.get(2)), "no funds"));
        default -> {}
      }
    }
  }
}
