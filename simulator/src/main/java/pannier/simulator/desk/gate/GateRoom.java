package pannier.simulator.desk.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.app.bill.BillPrices;
import pannier.app.gate.CartIdentity;
import pannier.app.gate.GateSettlements;
import pannier.app.gate.GateWay;
import pannier.app.gate.SpotChecks;
import pannier.app.gate.StaffLine;
import pannier.app.gate.Tabs;
import pannier.app.screen.AtGate;
import pannier.domain.catalogue.Catalogue;
import pannier.gate.Gate;
import pannier.gate.StaffDesk;
import pannier.gate.coap.CartKeys;
import pannier.gate.console.Desks;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.provider.ProvidersByKind;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.GateParts;
import pannier.gate.till.Till;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.simulator.world.Chance;
import pannier.web.Routes;
import pannier.wire.TenderOffer;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * A real gate on a port of this machine, behind a relay that can lose everything: it can be ended
 * and started again on its ledger. Used by one thread.
 */
public final class GateRoom implements AutoCloseable {
  private static final String CART = "cart-1";

  /**
   * What the sandbox provider takes: a gift card's or a credit note's number is what is on it, in
   * minor units.
   */
  public static final List<TenderOffer> TENDERS =
      List.of(
          new TenderOffer("card", "sandbox-ok"),
          new TenderOffer("gift", "sandbox-partial-" + AtGate.NUMBER),
          new TenderOffer("credit", "sandbox-partial-" + AtGate.NUMBER),
          new TenderOffer("cash", "sandbox-ok"));

  private final Path folder;
  private final Catalogue catalogue;
  private final OwnKey key = OwnKey.make();
  private final DatagramRelay relay;
  private @Nullable Gate gate;
  private @Nullable StaffDesk staff;
  private @Nullable Desks desks;
  private Optional<String> firstPassword = Optional.empty();
  private @Nullable PeerKey gateKey;
  private int port;

  private GateRoom(Path folder, Catalogue catalogue, DatagramRelay relay) {
    this.folder = folder;
    this.catalogue = catalogue;
    this.relay = relay;
  }

  /**
   * Starts the gate.
   *
   * @param folder of its ledger; made if it is missing
   */
  public static GateRoom open(Path folder, Catalogue catalogue) throws IOException {
    Files.createDirectories(folder);
    GateRoom room = new GateRoom(folder, catalogue, DatagramRelay.open());
    try {
      room.start();
      return room;
    } catch (IOException | RuntimeException e) {
      room.close();
      throw e;
    }
  }

  /** Starts the gate again, on the ledger that it left. */
  public void start() throws IOException {
    if (gate == null) {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      Till till = Till.open(folder.resolve("till.db"), InstantSource.system());
      GateParts parts = parts(till);
      Desks tools = Desks.open(parts, till, folder.resolve("proofs.db"));
      Doorkeeper keeper = Doorkeeper.open(folder, InstantSource.system());
      keeper.carts().pair(CART, key.publicKey(), "simulator");
      gateKey = keeper.key().publicKey();
      Gate started =
          Gate.start(
              parts,
              address,
              keeper,
              CartKeys.NONE,
              Gate.Extras.of(tools.disputes(), tools.checkpoints(), tools.masses()));
      desks = tools;
      port = started.port();
      relay.leadTo(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      gate = started;
      StaffDesk opened =
          StaffDesk.open(
              new StaffDesk.Tools(
                  started, folder.resolve("ledger.db"), tools, catalogue.currency()),
              folder.resolve("staff.db"));
      firstPassword = firstPassword.or(opened::firstPassword);
      staff = opened;
    }
  }

  private GateParts parts(Till till) throws IOException {
    return new GateParts(
        SqliteLedger.open(folder.resolve("ledger.db")),
        new ProvidersByKind(List.of(till, SandboxProvider.open(folder.resolve("sandbox.db")))),
        (settled, receiptId) -> Logger.info("the barrier opens: {} {}", settled, receiptId),
        catalogue,
        InstantSource.system());
  }

  /** The password of {@link StaffDesk#FIRST}. */
  public String firstPassword() {
    return firstPassword.orElse("");
  }

  /** Adds the staff console's pages while the gate is on. */
  public void addStaffTo(Routes routes) {
    if (staff != null) {
      staff.addTo(routes);
    }
  }

  /** The gate ends, and its staff console with it. */
  public void stop() {
    if (staff != null) {
      staff.close();
      staff = null;
    }
    if (gate != null) {
      gate.close();
      gate = null;
    }
    if (desks != null) {
      desks.close();
      desks = null;
    }
  }

  public boolean isOn() {
    return gate != null;
  }

  /** Nothing passes between cart and gate any more, or everything again. */
  public void cutNetwork(boolean cut) {
    relay.cut(cut);
  }

  public boolean networkIsCut() {
    return relay.isCut();
  }

  /**
   * A cart's line to staff.
   *
   * @param data the cart's folder
   * @param wishes what staff order of it
   */
  public StaffLine staffLine(Path data, SpotChecks wishes) throws IOException {
    return StaffLine.open(
        GateWay.of(identity(), data),
        new Tabs(new BillPrices(CART, catalogue), TENDERS.getFirst()),
        wishes);
  }

  /**
   * A cart's way for what it saw, in a session of its own.
   *
   * @param data the cart's folder
   */
  public GateConnection disputes(Path data) throws IOException {
    return CoapGateConnection.open(identity().link(), data.resolve("session-disputes"));
  }

  private CartIdentity identity() {
    return new CartIdentity(CART, key, Objects.requireNonNull(gateKey), relay.address());
  }

  /**
   * The cart's way to the gate.
   *
   * @param data the folder of the cart's outbox
   */
  public GateSettlements settlements(Path data) throws IOException {
    return GateSettlements.open(
        GateWay.of(identity(), data),
        new BillPrices(CART, catalogue),
        TENDERS.getFirst(),
        new Chance(System.nanoTime()).of("retries"));
  }

  @Override
  public void close() {
    stop();
    relay.close();
  }
}
