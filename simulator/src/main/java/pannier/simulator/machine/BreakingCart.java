package pannier.simulator.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pannier.app.journal.TripSetup;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.Fault.Machine;
import pannier.simulator.world.Chance;
import pannier.wire.TenderOffer;
import pannier.wire.key.OwnKey;

/**
 * A cart and a gate of its own whose computers break down: both go on from their files, which lie
 * in a folder that is deleted at the end. One thread.
 */
public final class BreakingCart implements AutoCloseable {
  private static final String CART = "cart-1";

  private final Path folder;
  private final Store store;
  private final GateMachine gate;
  private final CartLink link;
  private final CartMachine cart;

  /**
   * @param devices stay the caller's
   * @param faults of cart, gate and the link between them
   * @throws IOException if its files cannot be written
   */
  public BreakingCart(
      CartDevices devices, TripSetup setup, List<Fault.OfSystem> faults, Chance chance)
      throws IOException {
    this.folder = Files.createTempDirectory("pannier-breaking-");
    OwnKey key = OwnKey.make();
    this.store =
        new Store(
            folder,
            setup.catalogue(),
            id -> id.equals(CART) ? List.of(key.publicKey()) : List.of());
    this.gate = new GateMachine(store, Machine.GATE, faults, chance.of("phones"));
    this.link = new CartLink(CART, List.of(gate), faults, chance.of("link"));
    CartMachine.Paying paying =
        new CartMachine.Paying(
            CART, key, new TenderOffer("card", "sandbox-ok"), chance.of("retries"));
    this.cart =
        new CartMachine(
            folder.resolve("cart"), devices, setup, new CartMachine.Ways(link, paying, faults));
  }

  /**
   * One tick; empty if the cart has no power or its program does not run.
   *
   * @param inputs what people do; lost if nobody is there to take them
   */
  public Optional<CartCore.Step> tick(long worldNanos, List<Input> inputs) throws IOException {
    gate.advanceTo(worldNanos);
    link.advanceTo(worldNanos);
    try {
      return cart.tick(worldNanos, inputs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** What its screen shows, or showed before it went dark. */
  public CartState state() {
    return cart.state();
  }

  /** By how much the cart's clock is behind the world's since its last loss of power. */
  public long behindNanos() {
    return cart.behindNanos();
  }

  /** What the gate's files say by now. */
  public SteppedGate.Books books() throws IOException {
    return SteppedGate.Books.of(store, store.settlements().size(), Optional.empty());
  }

  @Override
  public void close() throws IOException {
    cart.close();
    gate.close();
    SteppedGate.delete(folder);
  }
}
