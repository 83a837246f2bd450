package pannier.simulator.desk.play;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.app.gate.StaffLine;
import pannier.app.journal.Journal;
import pannier.app.journal.TripSetup;
import pannier.app.loop.Cart;
import pannier.app.loop.CartLoop;
import pannier.app.loop.CartPanel;
import pannier.app.loop.DecisionLog;
import pannier.app.rerun.Resumption;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.domain.trip.TickRecord;
import pannier.hal.absent.AbsentBeeper;
import pannier.hal.absent.AbsentLamp;
import pannier.vision.Recogniser;

/**
 * The cart's program above devices that outlive it. It can lose its power at any tick, and be
 * started again where its journal ends. One thread.
 */
final class CartProgram implements AutoCloseable {
  private static final String NONE = "the page shows it";

  private final Devices devices;
  private final Mind mind;
  private final Home home;
  private @Nullable Journal journal;
  private @Nullable Cart cart;
  private Optional<StaffLine> staff = Optional.empty();
  private int trip;
  private @Nullable TickRecord given;

  /** What it knows and sees with. The recogniser stays its owner's. */
  record Mind(Catalogue catalogue, CartConfig config, Recogniser recogniser, String modelDigest) {}

  CartProgram(Devices devices, Mind mind, Home home) {
    this.devices = devices;
    this.mind = mind;
    this.home = home;
  }

  /**
   * Switches it on: it goes on with the trip that its journal holds unfinished, or begins one.
   *
   * @param nanos the first tick's time
   */
  void start(long nanos) throws IOException {
    if (cart != null) {
      return;
    }
    Journal opened = Journal.open(home.journalFile());
    try {
      Optional<Resumption> last = Resumption.of(opened);
      TripSetup setup =
          last.map(Resumption::setup)
              .orElseGet(() -> TripSetup.of(nanos, mind.modelDigest, mind.catalogue, mind.config));
      trip = last.isPresent() ? last.get().number() : opened.begin(setup);
      CartCore core = setup.core();
      CartState state = last.map(Resumption::state).orElseGet(() -> core.start(setup.startNanos()));
      Cart started =
          new Cart(
              devices.plug(mind.recogniser, home.atCart()),
              new CartLoop(core, state, keep(opened)),
              new CartPanel(new AbsentLamp(NONE), new AbsentBeeper(NONE)),
              home.openSettlements());
      last.ifPresent(resumed -> started.reissue(core.reissue(resumed.state())));
      staff = home.openStaffLine();
      journal = opened;
      cart = started;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private DecisionLog keep(Journal opened) {
    return (record, decisions, weighings) -> {
      opened.append(trip, record, decisions, weighings);
      given = record;
    };
  }

  boolean isOn() {
    return cart != null;
  }

  /** The power is gone: what was not on the disk is lost. */
  void cutPower() throws IOException {
    if (cart != null && journal != null) {
      cart.close();
      staff.ifPresent(StaffLine::close);
      devices.unplug();
      journal.abandon();
      cart = null;
      journal = null;
    }
  }

  /** One tick; empty while it is off, when what the devices give is lost. */
  Optional<Moment> tick(long nanos, List<Input> inputs) throws IOException {
    if (cart == null) {
      devices.drain();
      return Optional.empty();
    }
    List<Input> all = new ArrayList<>(inputs);
    staff.map(StaffLine::drain).ifPresent(all::addAll);
    CartCore.Step step = cart.tick(nanos, all);
    staff.ifPresent(line -> line.show(step));
    home.atCart().ifPresent(it -> it.see(nanos, step));
    return given == null ? Optional.empty() : Optional.of(new Moment(given, step));
  }

  Optional<CartState> state() {
    return Optional.ofNullable(cart).map(Cart::state);
  }

  /** The end of the trip: nobody will read its journal. */
  @Override
  public void close() {
    try {
      cutPower();
    } catch (IOException e) {
      Logger.warn(e, "the journal was left open");
    }
  }
}
