package pannier.simulator.desk;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.desk.play.HandsInWorld.Way;
import pannier.simulator.desk.play.SimulatedPlay;
import pannier.simulator.desk.run.Desk;
import pannier.simulator.desk.run.Pace;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.Span;
import pannier.simulator.world.SimulatedWorld;
import pannier.web.Handler;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.web.Request;
import pannier.web.Response;
import pannier.web.Routes;

/** What is done on the page of the simulator. */
final class TouchedPages {
  private static final int MOST_TEXT = 500;
  private static final long CLOCK_JUMP_NANOS = 5_000_000_000L;

  private final Workshop workshop;

  TouchedPages(Workshop workshop) {
    this.workshop = workshop;
  }

  void addTo(Routes routes) {
    routes
        .post("/sim/put", each(this::put))
        .post("/sim/take", each(this::take))
        .post("/sim/pace", each(this::pace))
        .post("/sim/step", each(this::step))
        .post("/sim/disturb", each(this::disturb))
        .post("/sim/fault", each(this::fault))
        .post("/sim/power", each(this::power))
        .post("/sim/new", each(body -> workshop.begin()))
        .post("/sim/load", each(this::load))
        .post("/sim/save", each(body -> workshop.save(simulated())));
  }

  /** Does what a page asks for. */
  @FunctionalInterface
  private interface Touch {
    void on(JsonBody body) throws IOException;
  }

  private static Handler each(Touch touch) {
    return request -> answer(request, touch);
  }

  private static Response answer(Request request, Touch touch) throws HttpProblem {
    try {
      touch.on(request.json());
      return Response.done();
    } catch (HttpProblem e) {
      throw e;
    } catch (IOException e) {
      throw new HttpProblem(409, String.valueOf(e.getMessage()));
    }
  }

  private SimulatedPlay simulated() throws HttpProblem {
    if (workshop.play().orElse(null) instanceof SimulatedPlay simulated) {
      return simulated;
    }
    throw new HttpProblem(409, "a recorded trip is played; begin a new one");
  }

  private void put(JsonBody body) throws IOException {
    SimulatedPlay play = simulated();
    ProductId product = product(body);
    Way way = one(Way.class, body.text("way", MOST_TEXT, "openly, together or hidden"));
    if (play.catalogue().find(product).isEmpty()) {
      throw HttpProblem.wrong("product", product.value(), "a product of this shop");
    }
    inWorld(play, () -> play.act(play.hands().put(product, way)));
  }

  private void take(JsonBody body) throws IOException {
    SimulatedPlay play = simulated();
    ProductId product = product(body);
    inWorld(
        play,
        () -> {
          Optional<Consumer<SimulatedWorld>> deed = play.hands().take(product);
          play.act(
              deed.orElseThrow(
                  () ->
                      HttpProblem.wrong(
                          "product", product.value(), "something that lies in the basket")));
        });
  }

  /** Something that is done between two ticks. */
  @FunctionalInterface
  private interface Deed {
    void run() throws IOException;
  }

  private void inWorld(SimulatedPlay play, Deed deed) throws IOException {
    workshop
        .desk()
        .call(
            () -> {
              deed.run();
              return play;
            });
  }

  private static ProductId product(JsonBody body) throws HttpProblem {
    return new ProductId(body.text("product", MOST_TEXT, "a product's id"));
  }

  private void pace(JsonBody body) throws IOException {
    Desk desk = workshop.desk();
    double speed = body.number("speed", Pace.UNLIMITED, Pace.FASTEST);
    boolean held = body.flag("held");
    desk.call(
        () -> {
          desk.speed(speed);
          desk.hold(held);
          return held;
        });
  }

  private void step(JsonBody body) throws IOException {
    Desk desk = workshop.desk();
    int ticks = body.whole("ticks", 1, 500);
    desk.call(
        () -> {
          desk.step(ticks);
          return ticks;
        });
  }

  private void disturb(JsonBody body) throws IOException {
    SimulatedPlay play = simulated();
    Disturbance what = one(Disturbance.class, body.text("what", MOST_TEXT, "a disturbance"));
    inWorld(
        play,
        () -> {
          play.act(what.at(play.world()));
          did(play, what.inWords());
        });
  }

  private void did(SimulatedPlay play, String words) {
    workshop.teller().did(play.nanos(), words);
  }

  /** Switches a fault of a device on or off. */
  private void fault(JsonBody body) throws IOException {
    SimulatedPlay play = simulated();
    String device = body.text("device", MOST_TEXT, "camera or scale");
    String wrong = body.text("wrong", MOST_TEXT, "what is wrong");
    boolean on = body.flag("on");
    Function<Span, Fault.OfDevice> fault =
        switch (device) {
          case "camera" -> {
            int camera = body.whole("index", 0, play.cameras().size() - 1);
            Fault.Picture picture = one(Fault.Picture.class, wrong);
            yield span -> new Fault.Camera(span, camera, picture);
          }
          case "scale" -> {
            int cell = body.whole("index", -1, 3);
            Fault.Readings readings = one(Fault.Readings.class, wrong);
            yield span ->
                new Fault.Scale(
                    span, cell < 0 ? OptionalInt.empty() : OptionalInt.of(cell), readings);
          }
          default -> throw HttpProblem.wrong("device", device, "camera or scale");
        };
    String name = "%s %d %s".formatted(device, body.whole("index", -1, 8), wrong);
    inWorld(
        play,
        () -> {
          play.act(play.faults().turn(name, on, fault));
          did(play, name.replace(" -1", "") + (on ? "" : ": mended"));
        });
  }

  /** Switches the cart, the gate and what lies between them. */
  private void power(JsonBody body) throws IOException {
    SimulatedPlay play = simulated();
    String what = body.text("what", MOST_TEXT, "cart, gate, network or clock");
    boolean on = body.flag("on");
    List<String> known = List.of("cart", "gate", "network", "clock");
    if (!known.contains(what)) {
      throw HttpProblem.wrong("what", what, String.join(", ", known));
    }
    inWorld(
        play,
        () -> {
          did(play, what + (on ? " on" : " off"));
          switch (what) {
            case "cart" -> cart(play, on);
            case "gate" -> workshop.switchGate(on);
            case "network" -> workshop.gate().cutNetwork(!on);
            default -> play.standStill(CLOCK_JUMP_NANOS);
          }
        });
  }

  private static void cart(SimulatedPlay play, boolean on) throws IOException {
    if (on) {
      play.restorePower();
    } else {
      play.cutPower();
    }
  }

  private void load(JsonBody body) throws IOException {
    String folder = body.text("folder", MOST_TEXT, "a folder with trip.json");
    try {
      workshop.load(Path.of(folder).toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      throw HttpProblem.wrong("folder", folder, "a folder with trip.json");
    }
  }

  private static <E extends Enum<E>> E one(Class<E> type, String word) throws HttpProblem {
    E[] all = type.getEnumConstants();
    for (E each : all) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return each;
      }
    }
    throw HttpProblem.wrong("word", word, Arrays.toString(all).toLowerCase(Locale.ROOT));
  }
}
