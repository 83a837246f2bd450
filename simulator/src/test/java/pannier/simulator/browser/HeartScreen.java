package pannier.simulator.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import pannier.app.bill.BillPrices;
import pannier.app.proof.Proofs;
import pannier.app.screen.AtGate;
import pannier.app.screen.Exhibits;
import pannier.app.screen.ProductPictures;
import pannier.app.screen.ShopperScreen;
import pannier.app.workshop.Workshop;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Candidate;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.domain.trip.Sensors;
import pannier.domain.trip.TickRecord;
import pannier.vision.rim.BasketSide;
import pannier.vision.rim.Rim;
import pannier.web.Pages;
import pannier.web.Routes;
import pannier.web.WebServer;

/** The real heart with its screen and no devices: whoever tests it says what is seen and felt. */
final class HeartScreen implements AutoCloseable {
  static final long TICK = 20_000_000L;

  /** A minute: other builds may share the machine. */
  private static final int MOST_TICKS = 3_000;

  private static final Rim RIM = new Rim(0.05, 0.42, 0.95, 0.42, BasketSide.BELOW);

  private final Workshop workshop;
  private final boolean scale;
  private final CartCore core;
  private final ShopperScreen screen;
  private final WebServer server;
  private CartState state;
  private double grams;
  private long nanos;

  /**
   * @param scale whether there is one
   */
  HeartScreen(BillPrices prices, AtGate gate, boolean scale) throws IOException {
    this.scale = scale;
    Path data = Files.createTempDirectory("pannier-cart");
    this.workshop =
        new Workshop(
            new Workshop.Place(data, List.of(RIM, RIM), Optional.empty()), InstantSource.system());
    this.core = new CartCore(prices.catalogue(), CartConfig.standard(new Sensors(1, scale)));
    this.state = core.start(0);
    this.screen =
        new ShopperScreen(
            prices,
            new Exhibits(ProductPictures.of(List.of()), Proofs.NONE, Optional.of(workshop)),
            gate,
            InstantSource.system(),
            new SecureRandom());
    Routes routes = new Routes().get("/shared/*", Pages.shared()::byRest);
    screen.addTo(routes);
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    this.server = WebServer.start(any, Set.of(), routes);
    screen.show(state);
  }

  String url() {
    return "http://127.0.0.1:%d/cart".formatted(server.port());
  }

  /** Where staff work while the cart is free. */
  Workshop workshop() {
    return workshop;
  }

  CartState state() {
    return state;
  }

  /** What lies in the basket from now on. */
  void weigh(double total) {
    grams = total;
  }

  /** Lets time go on until the heart alone has come so far, ten seconds at most. */
  boolean playUntil(BooleanSupplier wanted) {
    for (int i = 0; i < 500 && !wanted.getAsBoolean(); i++) {
      play(1);
    }
    return wanted.getAsBoolean();
  }

  /** Lets so many ticks go by. */
  void play(int ticks) {
    for (int i = 0; i < ticks; i++) {
      tick(report(state.watch().cameras().getFirst().state(), List.of()));
    }
  }

  /** Time goes on, no faster than ours, until what a browser shows or sends is so. */
  boolean waitUntil(BooleanSupplier wanted) {
    for (int i = 0; i < MOST_TICKS && !wanted.getAsBoolean(); i++) {
      play(1);
      LockSupport.parkNanos(TICK);
    }
    return wanted.getAsBoolean();
  }

  /** Time goes on until the page has such an element. */
  void reach(Browser browser, String css) {
    if (!waitUntil(() -> browser.has(css))) {
      throw new AssertionError("the page never has " + css);
    }
  }

  void camera(CameraState camera) {
    tick(report(camera, List.of()));
  }

  /** Something goes in, which is one of these. */
  void seesIn(List<Candidate> candidates) {
    Sighting sighting =
        new Sighting(1, 0, nanos, Direction.IN, 1, candidates, 0.02, List.of(), 0.9);
    tick(report(CameraState.TRUSTED, List.of(sighting)));
  }

  /** Puts a product in, without a scale: the cart asks and the shopper says that it is this. */
  void putIn(ProductId product) {
    int before = state.basket().pieces(product);
    seesIn(List.of(new Candidate(product, 0.97)));
    playUntil(() -> !state.open().isEmpty());
    tick(
        report(CameraState.TRUSTED, List.of()),
        new Input.Answer(state.open().getFirst().number(), product));
    if (state.basket().pieces(product) != before + 1) {
      throw new AssertionError("%s is not in the basket: %s".formatted(product, state.basket()));
    }
  }

  void happens(Input... inputs) {
    tick(report(CameraState.TRUSTED, List.of()), inputs);
  }

  private VisionReport report(CameraState camera, List<Sighting> sightings) {
    return new VisionReport(0, nanos, false, camera, sightings);
  }

  /** A scale that shakes a little, as all do. */
  private List<LoadSample> load() {
    double cell = grams / 4 + (nanos / TICK % 2 == 0 ? 0.05 : -0.05);
    return scale ? List.of(new LoadSample(nanos, cell, cell, cell, cell)) : List.of();
  }

  /** A cart with a scale stands still, on the flat. */
  private List<MotionSample> motion() {
    return scale ? List.of(new MotionSample(nanos, 0.1, 0.01)) : List.of();
  }

  private void tick(VisionReport report, Input... more) {
    nanos += TICK;
    VisionReport now = new VisionReport(0, nanos, false, report.state(), report.sightings());
    List<Input> inputs = new ArrayList<>(screen.drain());
    inputs.addAll(List.of(more));
    CartCore.Step step =
        core.tick(state, new TickRecord(nanos, load(), motion(), List.of(now), inputs));
    state = step.state();
    screen.show(step);
  }

  @Override
  public void close() {
    workshop.close();
    screen.close();
    server.close();
  }
}
