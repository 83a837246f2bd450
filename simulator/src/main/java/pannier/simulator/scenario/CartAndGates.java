package pannier.simulator.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pannier.app.journal.TripSetup;
import pannier.domain.evidence.Code;
import pannier.domain.money.Money;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.gate.ledger.SettlementRow;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.Fault.Machine;
import pannier.simulator.machine.CartLink;
import pannier.simulator.machine.CartMachine;
import pannier.simulator.machine.GateMachine;
import pannier.simulator.machine.Store;
import pannier.simulator.shop.ShopFiles;
import pannier.simulator.world.Chance;
import pannier.wire.LoginCode;
import pannier.wire.TenderOffer;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * The cart's and the gates' computers with their real programs and files, in a folder of theirs.
 */
final class CartAndGates implements Playing {
  private static final String CART = "cart-1";
  private static final Machine[] GATES = {Machine.GATE, Machine.GATE2};

  private final Path folder;
  private final Store store;
  private final List<GateMachine> gates = new ArrayList<>();
  private final Map<String, LoginCode> codes = new HashMap<>();
  private final CartLink link;
  private final CartMachine cart;

  CartAndGates(Scenario scenario, Scenery scenery, TripSetup setup, Chance chance)
      throws IOException {
    List<Fault.OfSystem> faults = scenario.systemFaults();
    folder = Files.createTempDirectory("pannier-scenario-");
    OwnKey key = OwnKey.make();
    store = new Store(folder, scenario.till().prices(), cart -> keys(cart, key.publicKey()));
    for (int i = 0; i < Math.max(1, scenario.till().gates()); i++) {
      gates.add(new GateMachine(store, GATES[i], faults, chance.of("phones")));
    }
    link = new CartLink(CART, gates, faults, chance.of("link"));
    CartMachine.Paying paying =
        new CartMachine.Paying(
            CART, key, new TenderOffer("card", scenario.till().token()), chance.of("retries"));
    cart =
        new CartMachine(
            folder.resolve("cart"),
            scenery.devices(),
            setup,
            new CartMachine.Ways(link, paying, faults));
  }

  private static List<PeerKey> keys(String cartId, PeerKey key) {
    return cartId.equals(CART) ? List.of(key) : List.of();
  }

  @Override
  public Optional<CartCore.Step> tick(long nanos, List<Input> inputs)
      throws IOException, InterruptedException {
    for (GateMachine gate : gates) {
      gate.advanceTo(nanos);
    }
    link.advanceTo(nanos);
    return cart.tick(nanos, inputs);
  }

  @Override
  public CartState state() {
    return cart.state();
  }

  @Override
  public void roam(int gate) {
    link.roam(gate);
  }

  @Override
  public void phone(String name, Optional<String> forCart) throws IOException {
    codes.put(name, gates.getFirst().phone(forCart));
  }

  @Override
  public void takenElsewhere(String name) throws IOException {
    gates.getFirst().takenBy("cart-2", code(name));
  }

  @Override
  public Code shown(String name) throws IOException {
    return new Code(Code.Symbology.QR, code(name).text());
  }

  private LoginCode code(String name) throws IOException {
    LoginCode code = codes.get(name);
    if (code == null) {
      throw new IOException("no phone has asked for " + name);
    }
    return code;
  }

  @Override
  public Optional<String> gates() throws IOException {
    String rows =
        store.settlements().stream().map(CartAndGates::row).collect(Collectors.joining(", "));
    return Optional.of(
        "gate: %s; charged %s; opened %d%s"
            .formatted(
                rows.isEmpty() ? "nothing" : rows,
                decimal(store.chargedMinor()),
                store.openings().size(),
                link.contradicted() ? "; TWO ANSWERS TO ONE MESSAGE" : ""));
  }

  private static String row(SettlementRow row) {
    return "%s %s %s"
        .formatted(
            row.intent().key(),
            row.state().name().toLowerCase(Locale.ROOT),
            decimal(row.intent().totalMinor()));
  }

  private static String decimal(long minor) {
    return new Money(minor, ShopFiles.EURO).toDecimal();
  }

  @Override
  public void close() throws IOException {
    cart.close();
    gates.forEach(GateMachine::close);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
