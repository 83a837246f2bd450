package pannier.simulator.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import pannier.app.bill.BillPrices;
import pannier.app.gate.GateSettlements;
import pannier.app.journal.Journal;
import pannier.app.journal.TripSetup;
import pannier.app.loop.Cart;
import pannier.app.loop.CartLoop;
import pannier.app.loop.CartPanel;
import pannier.app.loop.DecisionLog;
import pannier.app.rerun.Resumption;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.hal.absent.AbsentBeeper;
import pannier.hal.absent.AbsentLamp;
import pannier.payment.cart.RetryPolicy;
import pannier.payment.cart.SteppedCourier;
import pannier.payment.cart.outbox.Outbox;
import pannier.payment.cart.status.StoreNews;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.Fault.Machine;
import pannier.wire.TenderOffer;
import pannier.wire.key.OwnKey;

/**
 * A cart's computer: the real loop, journal, outbox and settlement client above devices on stepped
 * time. Started anew after a loss of power it goes on where its journal left it.
 */
public final class CartMachine implements AutoCloseable {
  /** The cart's program is started again so long after it gave up. */
  private static final long RETRY_NANOS = 1_000_000_000L;

  private static final String NONE = "a script needs none";

  private final CartDevices devices;
  private final TripSetup setup;
  private final CartLink link;
  private final Paying paying;
  private final Troubles troubles;
  private final CartDisk disk;
  private @Nullable Running running;
  private CartState state;

  /**
   * How it pays.
   *
   * @param key signs its bills
   * @param random of the retries' jitter
   */
  public record Paying(String cartId, OwnKey key, TenderOffer tender, RandomGenerator random) {}

  private record Running(Cart cart, Journal journal, SteppedCourier courier, long behindNanos) {}

  /**
   * @param folder of its disk
   * @param setup of a trip that it begins
   */
  public CartMachine(Path folder, CartDevices devices, TripSetup setup, Ways ways)
      throws IOException {
    this.devices = devices;
    this.setup = setup;
    this.link = ways.link;
    this.paying = ways.paying;
    this.troubles = new Troubles(Machine.CART, ways.faults);
    this.disk = new CartDisk(folder);
    this.state = setup.core().start(setup.startNanos());
  }

  /**
   * Its ways to the world.
   *
   * @param faults of all machines; its own are picked out
   */
  public record Ways(CartLink link, Paying paying, List<Fault.OfSystem> faults) {}

  /**
   * One tick, if it has power and its program runs.
   *
   * @param inputs what people do; lost if nobody is there to take them
   */
  public Optional<CartCore.Step> tick(long worldNanos, List<Input> inputs)
      throws InterruptedException {
    try {
      troubles.advanceTo(worldNanos);
      if (troubles.off()) {
        devices.forget(worldNanos);
        return Optional.empty();
      }
      if (running == null) {
        devices.forget(worldNanos);
        running = start(worldNanos);
      }
      return troubles.stalled() ? Optional.empty() : Optional.of(tick(running, worldNanos, inputs));
    } catch (PowerLoss e) {
      end();
    } catch (IOException e) {
      end();
      troubles.endedFor(RETRY_NANOS);
    }
    return Optional.empty();
  }

  private CartCore.Step tick(Running now, long worldNanos, List<Input> inputs)
      throws IOException, InterruptedException {
    now.courier.advance();
    CartCore.Step step = now.cart.tick(worldNanos - now.behindNanos, inputs);
    state = step.state();
    return step;
  }

  /** What it last showed: the state after its last tick. */
  public CartState state() {
    return state;
  }

  /** By how much its program's clock is behind the world's; 0 while no program runs. */
  public long behindNanos() {
    return running == null ? 0 : running.behindNanos;
  }

  private Running start(long worldNanos) throws IOException {
    Journal journal = Journal.open(disk.journal());
    Optional<Resumption> resumed = Resumption.of(journal);
    TripSetup with = resumed.map(Resumption::setup).orElse(setup);
    int trip = resumed.isPresent() ? resumed.get().number() : journal.begin(with);
    long nanos = resumed.map(last -> last.lastNanos() + CartLoop.TICK_NANOS).orElse(worldNanos);
    CartCore core = with.core();
    CartState from = resumed.map(Resumption::state).orElseGet(() -> core.start(with.startNanos()));
    SteppedCourier courier =
        new SteppedCourier(
            Outbox.open(disk.outbox()),
            link.openFor(troubles),
            RetryPolicy.atTheGate(),
            paying.random,
            troubles::nanos);
    Cart cart =
        new Cart(
            devices.seenBehind(worldNanos - nanos),
            new CartLoop(core, from, log(journal, trip)),
            new CartPanel(new AbsentLamp(NONE), new AbsentBeeper(NONE)),
            new GateSettlements(
                courier,
                new BillPrices(paying.cartId, with.catalogue()),
                paying.tender,
                paying.key,
                new StoreNews(InstantSource.system())));
    resumed.ifPresent(last -> cart.reissue(core.reissue(last.state())));
    return new Running(cart, journal, courier, worldNanos - nanos);
  }

  private DecisionLog log(Journal journal, int trip) {
    return (record, decisions, weighings) -> {
      boolean matters = !decisions.isEmpty() || !record.inputs().isEmpty();
      if (matters) {
        troubles.strike("before-commit");
      }
      if (troubles.diskFull()) {
        throw new IOException("journal: no space left on the disk");
      }
      journal.append(trip, record, decisions, weighings);
      if (matters) {
        troubles.strike("after-commit");
      }
    };
  }

  private void end() {
    if (running != null) {
      try {
        disk.cut();
        running.cart.close();
        running.journal.close();
      } catch (IOException e) {
        throw new IllegalStateException("the simulation's own disk", e);
      }
      running = null;
    }
  }

  @Override
  public void close() throws IOException {
    if (running != null) {
      running.cart.close();
      running.journal.close();
      running = null;
    }
  }
}
