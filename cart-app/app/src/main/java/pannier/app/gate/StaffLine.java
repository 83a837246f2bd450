package pannier.app.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import pannier.domain.basket.Basket;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.ProductId;
import pannier.domain.mass.Mass;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.Call;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.domain.trip.PieceWeighing;
import pannier.domain.trip.PieceWeighings;
import pannier.domain.trip.TripState;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.status.StatusClient;
import pannier.web.supervise.ProgramVersion;
import pannier.wire.CartStatus;
import pannier.wire.StaffOrder;
import pannier.wire.WeighedPieces;

/**
 * The cart's line to staff, as the tick loop wants it: each state is told, and what staff order
 * comes back as inputs. An order for another trip than the one that is on is passed over.
 */
public final class StaffLine implements AutoCloseable {
  /** Staff see within two seconds that a cart is gone, after five that it stays so. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  private final StatusClient client;
  private String tripId = "";
  private final Tabs tabs;
  private final SpotChecks checks;
  private final Supplier<Optional<CartStatus.Program>> program;
  private final PieceWeighings weighings;
  private Basket basket = Basket.EMPTY;
  private Basket wrong = Basket.EMPTY;
  private long doneOrder;

  /** Takes the client over and closes it. */
  public StaffLine(StatusClient client, Tabs tabs, SpotChecks checks) {
    this(client, tabs, checks, Optional::empty);
  }

  private StaffLine(
      StatusClient client,
      Tabs tabs,
      SpotChecks checks,
      Supplier<Optional<CartStatus.Program>> program) {
    this.program = program;
    this.checks = checks;
    this.client = client;
    this.tabs = tabs;
    this.weighings = new PieceWeighings(tabs.catalogue());
  }

  /**
   * Over CoAP on DTLS, in a session of its own: a status must not wait behind a payment.
   *
   * @param way its folder has the session; its news are what this line hears
   */
  public static StaffLine open(GateWay way, Tabs tabs, SpotChecks checks) throws IOException {
    Path session = way.data().resolve("session-status");
    CoapGateConnection gate = CoapGateConnection.open(way.identity().link(), session);
    StoreRelease release = way.release();
    return new StaffLine(
        new StatusClient(gate, HEARTBEAT, way.news()),
        tabs,
        checks,
        () ->
            ProgramVersion.packaged()
                .map(version -> new CartStatus.Program(version, release.failed())));
  }

  /** What a tick gave. */
  public void show(CartCore.Step step) {
    CartState state = step.state();
    List<PieceWeighing> weighed = weighings.see(step);
    if (!weighed.isEmpty()) {
      client.weighed(told(state.trip().tripId(), weighed));
    }
    tripId = state.trip().tripId();
    basket = withBelow(state);
    wrong = wrong(state);
    client.tell(status(state));
    tabs.checkpoint(state).ifPresent(client::keep);
  }

  private static WeighedPieces told(String trip, List<PieceWeighing> weighed) {
    List<WeighedPieces.Piece> pieces =
        weighed.stream()
            .map(
                it ->
                    new WeighedPieces.Piece(
                        it.product().value(), it.pieces(), Math.max(1, it.mass().milligrams())))
            .toList();
    return new WeighedPieces(trip, pieces);
  }

  /** All that staff look through, what lies below the basket included. */
  private static Basket withBelow(CartState state) {
    Basket all = state.basket();
    List<Content> below =
        state.trip().onTrip().map(trip -> trip.accord().below()).orElse(List.of());
    for (Content content : below) {
      all = all.plus(content.product(), content.pieces(), Mass.ZERO);
    }
    return all;
  }

  /** The lines that the shopper calls wrong just now. */
  private Basket wrong(CartState state) {
    if (state.trip() instanceof TripState.NeedsStaff staff
        && staff.call() instanceof Call.WrongLine(String product)) {
      return new Basket(
          basket.lines().stream()
              .filter(line -> tabs.catalogue().get(line.product()).name().equals(product))
              .toList());
    }
    return Basket.EMPTY;
  }

  /** What staff ordered since the last call. */
  public List<Input> drain() {
    List<Input> inputs = new ArrayList<>();
    for (StaffOrder order : client.drain()) {
      doneOrder = order.id();
      if (order.tripId().equals(tripId.isEmpty() ? StaffOrder.NO_TRIP : tripId)) {
        input(order).ifPresent(inputs::add);
      }
    }
    return inputs;
  }

  /** Empty for what the cart's heart need not know. */
  private Optional<Input> input(StaffOrder order) {
    if (order.kind() == StaffOrder.Kind.SPOT_CHECK) {
      checks.show(tripId, order.id(), order.number() == StaffOrder.WHOLE ? basket : wrong);
      return Optional.empty();
    }
    if (order.kind() == StaffOrder.Kind.WORKSHOP) {
      checks.work(order.word().staff());
      return Optional.empty();
    }
    if (order.kind() == StaffOrder.Kind.STOP || order.kind() == StaffOrder.Kind.RETURN) {
      checks.use(order.word().staff(), order.kind() == StaffOrder.Kind.RETURN);
      return Optional.empty();
    }
    return Optional.of(heard(order));
  }

  private static Input heard(StaffOrder order) {
    return switch (order.kind()) {
      case SPOT_CHECK, WORKSHOP, STOP, RETURN ->
          throw new IllegalArgumentException("no input: " + order);
      case START -> new Input.Start("staff-%d".formatted(order.id()));
      case RESOLVE ->
          new Input.StaffResolves(order.number(), order.word().staff(), order.word().reason());
      case IDENTIFY, NEW_PACK ->
          new Input.StaffIdentifies(
              order.number(),
              new ProductId(order.word().reason()),
              order.word().staff(),
              order.kind() == StaffOrder.Kind.NEW_PACK);
      case AGE -> new Input.AgeApproved(order.word().staff(), order.number());
      case CARD_REFUSED -> new Input.CardRefused(order.word().reason());
      case AGE_DENIED -> new Input.AgeDenied(order.word().staff(), order.word().reason());
      case CLOSE -> new Input.Close(order.word().staff(), order.word().reason());
    };
  }

  private CartStatus status(CartState state) {
    List<CartStatus.Open> open = new ArrayList<>();
    for (Decision decision : state.open()) {
      if (open.size() < CartStatus.MOST_OPEN) {
        open.add(open(decision));
      }
    }
    String call =
        state.trip() instanceof TripState.NeedsStaff staff ? staff.call().text() : abandoned(state);
    String name = state.trip().getClass().getSimpleName().toUpperCase(Locale.ROOT);
    CartStatus status =
        new CartStatus(
            name,
            tripId,
            call,
            open,
            state.untrusted(),
            doneOrder,
            tabs.of(state),
            new CartStatus.Machine(Optional.empty(), checks.worked(), checks.condition()));
    return program.get().map(status::with).orElse(status);
  }

  /** A cart that nobody touches, unless staff have looked at it since. */
  private static String abandoned(CartState state) {
    String call = "";
    if (state.trip() instanceof TripState.Open running) {
      for (String flag : running.trip().flags()) {
        call = flag.startsWith("left alone") ? flag : flag.startsWith("staff ") ? "" : call;
      }
    }
    return call;
  }

  private static CartStatus.Open open(Decision decision) {
    double grams =
        switch (decision) {
          case Decision.Asked asked -> asked.change().mass().grams();
          case Decision.Held held -> held.mass().grams();
          case Decision.Added _, Decision.Removed _, Decision.Resolved _ -> 0;
        };
    return new CartStatus.Open(
        decision.number(), decision instanceof Decision.Held, Math.round(grams));
  }

  @Override
  public void close() {
    client.close();
  }
}
