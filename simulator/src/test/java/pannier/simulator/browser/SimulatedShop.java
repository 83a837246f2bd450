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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import pannier.app.bill.BillPrices;
import pannier.app.calibrate.RehearsedCells;
import pannier.app.gate.CartIdentity;
import pannier.app.gate.GateSettlements;
import pannier.app.gate.GateWay;
import pannier.app.gate.StaffLine;
import pannier.app.gate.Tabs;
import pannier.app.live.StaffWishes;
import pannier.app.loop.Cart;
import pannier.app.loop.CartLoop;
import pannier.app.loop.DecisionLog;
import pannier.app.proof.KeptProofs;
import pannier.app.proof.ProofBook;
import pannier.app.proof.Witness;
import pannier.app.screen.AtGate;
import pannier.app.screen.Exhibits;
import pannier.app.screen.ProductPictures;
import pannier.app.screen.ShopperScreen;
import pannier.app.sight.Eyes;
import pannier.app.workshop.Workshop;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.ProductId;
import pannier.domain.mass.MassSpread;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.gate.Gate;
import pannier.gate.StaffDesk;
import pannier.gate.coap.CartKeys;
import pannier.gate.console.Desks;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementRow;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.mass.MassDesk;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.provider.ProvidersByKind;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.GateParts;
import pannier.gate.till.Till;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.simulator.cart.CartWiring;
import pannier.simulator.enrolment.EnrolmentPhotos;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shop.ShopFiles;
import pannier.simulator.shopper.Deed;
import pannier.simulator.shopper.Shopper;
import pannier.simulator.world.Chance;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.Wardrobe;
import pannier.simulator.world.WorldSpec;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.rim.BasketSide;
import pannier.vision.rim.Rim;
import pannier.web.Pages;
import pannier.web.Routes;
import pannier.web.WebServer;
import pannier.wire.CartStatus;
import pannier.wire.MassCodec;
import pannier.wire.SettlementKey;
import pannier.wire.TenderOffer;
import pannier.wire.WeighedPieces;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * A real gate, and a real cart with its screen above simulated devices. Whoever tests it lets the
 * time go on; browsers are served meanwhile.
 */
final class SimulatedShop implements AutoCloseable {
  private static final int PHOTOS = 6;

  /** A minute: other builds may share the machine. */
  private static final int MOST_TICKS = 3_000;

  private static final Rim RIM = new Rim(0.05, 0.42, 0.95, 0.42, BasketSide.BELOW);
  private static final String CART = "cart-1";
  private static final List<TenderOffer> TENDERS =
      List.of(
          new TenderOffer("card", "sandbox-ok"),
          new TenderOffer("gift", "sandbox-partial-" + AtGate.NUMBER),
          new TenderOffer("cash", "till"));

  private final Path ledger;
  private final Gate gate;
  private final Eyes eyes;
  private final SimulatedWorld world;
  private final Cart cart;
  private final ShopperScreen screen;
  private final WebServer server;
  private final Shopper shopper;
  private final StaffLine staffLine;
  private final StaffDesk staffDesk;
  private final ProofBook book;
  private final Witness witness;
  private final KeptProofs proofs;
  private final Desks desks;
  private final RehearsedCells cells = new RehearsedCells(1);
  private final Workshop workshop;
  private final List<Input> touched = new ArrayList<>();
  private final AtomicReference<Optional<CartStatus.Condition>> condition =
      new AtomicReference<>(condition(78, -60));
  private long nanos;

  SimulatedShop(Path folder, List<Deed> script) throws IOException {
    this(folder, script, Map.of(), parts -> parts);
  }

  /**
   * Whose catalogue says other masses than its products have.
   *
   * @param said by the catalogue
   */
  SimulatedShop(Path folder, List<Deed> script, Map<ProductId, MassSpread> said)
      throws IOException {
    this(folder, script, said, parts -> parts);
  }

  /**
   * @param changed what is special about its gate
   */
  SimulatedShop(Path folder, List<Deed> script, UnaryOperator<GateParts> changed)
      throws IOException {
    this(folder, script, Map.of(), changed);
  }

  private SimulatedShop(
      Path folder,
      List<Deed> script,
      Map<ProductId, MassSpread> said,
      UnaryOperator<GateParts> changed)
      throws IOException {
    List<Article> articles = DemoShop.articles();
    Path photos = Files.createDirectories(folder.resolve("enrol"));
    new EnrolmentPhotos(new Wardrobe(articles, new Chance(0)), new Chance(1))
        .write(photos, articles.stream().map(Article::id).toList(), PHOTOS);
    Catalogue catalogue =
        new Catalogue(ShopFiles.EURO, articles.stream().map(Article::product).toList())
            .weighing(said);
    this.ledger = folder.resolve("ledger.db");
    SecureRandom random = new SecureRandom();
    OwnKey key = OwnKey.make();
    Till till = Till.open(folder.resolve("till.db"), InstantSource.system());
    GateParts parts = changed.apply(parts(folder, catalogue, till));
    this.desks = Desks.open(parts, till, folder.resolve("proofs.db"));
    this.gate = gate(folder, parts, key.publicKey(), desks);
    this.eyes = Eyes.open(List.of(photos), PrintedCodes.of(catalogue), (done, of) -> {});
    this.world = new SimulatedWorld(WorldSpec.simple(articles, 1));
    InetSocketAddress door = new InetSocketAddress(InetAddress.getLoopbackAddress(), gate.port());
    CartIdentity identity = new CartIdentity(CART, key, gate.keeper().key().publicKey(), door);
    GateWay way = GateWay.of(identity, folder);
    GateSettlements settlements =
        GateSettlements.open(
            way, new BillPrices(CART, catalogue), TENDERS.getFirst(), new Chance(1).of("retries"));
    CartCore core = new CartCore(catalogue, CartWiring.config(world));
    this.book = ProofBook.open(folder.resolve("cart-proofs.db"), InstantSource.system());
    this.witness = new Witness(book, InstantSource.system());
    this.proofs =
        new KeptProofs(
            book,
            catalogue,
            CoapGateConnection.open(identity.link(), folder.resolve("session-disputes")));
    this.cart =
        CartWiring.cart(
            world,
            eyes.recogniser(),
            core,
            new CartWiring.Outside(DecisionLog.none(), settlements, witness::keep));
    this.workshop =
        new Workshop(
            new Workshop.Place(folder, List.of(RIM, RIM), Optional.of(cells)),
            InstantSource.system());
    this.screen =
        new ShopperScreen(
            new BillPrices(CART, catalogue),
            new Exhibits(ProductPictures.of(List.of(photos)), proofs, Optional.of(workshop)),
            new AtGate(settlements::receipt, "http://gate.example/phone", TENDERS),
            InstantSource.system(),
            random);
    Routes routes = new Routes().get("/shared/*", Pages.shared()::byRest);
    screen.addTo(routes);
    this.staffLine =
        StaffLine.open(
            way,
            new Tabs(new BillPrices(CART, catalogue), TENDERS.getFirst()),
            new StaffWishes(proofs, workshop, condition::get));
    this.staffDesk =
        StaffDesk.open(
            new StaffDesk.Tools(gate, ledger, desks, ShopFiles.EURO), folder.resolve("staff.db"));
    staffDesk.addTo(routes);
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    this.server = WebServer.start(any, Set.of(), routes);
    this.shopper = new Shopper(world, script);
    screen.show(cart.state());
  }

  private static GateParts parts(Path folder, Catalogue catalogue, Till till) throws IOException {
    return new GateParts(
        SqliteLedger.open(folder.resolve("ledger.db")),
        new ProvidersByKind(List.of(till, SandboxProvider.open(folder.resolve("sandbox.db")))),
        (settlement, receiptId) -> {},
        catalogue,
        InstantSource.system());
  }

  private static Gate gate(Path folder, GateParts parts, PeerKey key, Desks desks)
      throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Doorkeeper keeper = Doorkeeper.open(folder, InstantSource.system());
    keeper.carts().pair(CART, key, "test");
    return Gate.start(
        parts,
        any,
        keeper,
        CartKeys.NONE,
        Gate.Extras.of(desks.disputes(), desks.checkpoints(), desks.masses()));
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.port() + path;
  }

  CartState state() {
    return cart.state();
  }

  /** Where staff work while the cart is free. */
  Workshop workshop() {
    return workshop;
  }

  /** What the workshop calibrates: cells that a known mass is put onto. */
  RehearsedCells cells() {
    return cells;
  }

  /** Where photos of products go that were shown to the cart. */
  Path shown() {
    return ledger.resolveSibling(Workshop.SHOWN);
  }

  /** Somebody touches the cart's own screen, which the next tick takes. */
  void touch(Input input) {
    touched.add(input);
  }

  String staffPassword() {
    return staffDesk.firstPassword().orElseThrow();
  }

  /**
   * Lets time go on until something is so.
   *
   * @param mostSeconds of simulated time
   * @return whether it came to be so
   */
  boolean playUntil(BooleanSupplier wanted, double mostSeconds) throws IOException {
    long end = nanos + Math.round(mostSeconds * 1e9);
    while (!wanted.getAsBoolean()) {
      if (nanos >= end) {
        return false;
      }
      tick();
    }
    return true;
  }

  private void tick() throws IOException {
    shopper.advanceTo(nanos);
    world.advanceTo(nanos);
    List<Input> inputs = screen.drain();
    inputs.addAll(touched);
    inputs.addAll(staffLine.drain());
    touched.clear();
    CartCore.Step step = cart.tick(nanos, inputs);
    screen.show(step);
    staffLine.show(step);
    witness.see(step);
    nanos += CartLoop.TICK_NANOS;
  }

  /** Time goes on, no faster than ours, until something outside is so. */
  boolean waitUntil(BooleanSupplier wanted) throws IOException {
    for (int ticks = 0; ticks < MOST_TICKS && !wanted.getAsBoolean(); ticks++) {
      tick();
      LockSupport.parkNanos(CartLoop.TICK_NANOS);
    }
    return wanted.getAsBoolean();
  }

  /** Time goes on until the page has such an element. */
  void reach(Browser browser, String css) throws IOException {
    if (!waitUntil(() -> browser.has(css))) {
      throw new AssertionError("the page never has " + css);
    }
  }

  /** The shopper says that the first line of a trip's first bill is wrong. */
  void dispute(String tripId, ProductId product, String reason) throws IOException {
    proofs.dispute(new SettlementKey(tripId, 1), 0, product.value(), reason);
  }

  /** Another cart tells what a piece weighed in a trip of its own. */
  void weighed(String tripId, ProductId product, long grams) {
    WeighedPieces.Piece piece = new WeighedPieces.Piece(product.value(), 1, 1000 * grams);
    byte[] message = MassCodec.encode(new WeighedPieces(tripId, List.of(piece)));
    new MassDesk(desks.masses(), InstantSource.system()).answer("cart-2", message);
  }

  /** What the cart's gauges say of its battery and radio from now on. */
  void measures(int chargePercent, int signalDbm) {
    condition.set(condition(chargePercent, signalDbm));
  }

  private static Optional<CartStatus.Condition> condition(int chargePercent, int signalDbm) {
    return Optional.of(
        new CartStatus.Condition(OptionalInt.of(chargePercent), OptionalInt.of(signalDbm)));
  }

  /** How many products carts have taught the gate something of. */
  int learnt() {
    try {
      return desks.masses().learnt().size();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** How many disputes wait for staff. */
  int disputes() {
    try {
      return desks.refunds().openDisputes().size();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  List<SettlementRow> settlements() throws IOException {
    try (LedgerReport report = LedgerReport.open(ledger)) {
      return report.settlements();
    }
  }

  @Override
  public void close() {
    workshop.close();
    screen.close();
    staffLine.close();
    staffDesk.close();
    server.close();
    cart.close();
    world.close();
    eyes.close();
    proofs.close();
    book.close();
    gate.close();
    desks.close();
  }
}
