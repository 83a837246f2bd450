package pannier.app.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import pannier.app.bill.BillPrices;
import pannier.app.loop.Settlements;
import pannier.domain.basket.Bill;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.ProductId;
import pannier.domain.trip.Input;
import pannier.payment.cart.LoginOutcome;
import pannier.payment.cart.RetryPolicy;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.SettlementCourier;
import pannier.payment.cart.SettlementOutcome;
import pannier.payment.cart.Waiting;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.outbox.Outbox;
import pannier.payment.cart.status.StoreNews;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;
import pannier.wire.key.OwnKey;

/** The settlement client as the tick loop's way to the gate; keeps the last receipt. */
public final class GateSettlements implements Settlements {
  private final SettlementCourier client;
  private final BillPrices prices;
  private final TenderOffer tender;
  private final OwnKey key;
  private final StoreDocuments documents;
  private Optional<Receipt> receipt = Optional.empty();
  private boolean tripsTold;
  private @Nullable SettlementKey checked;

  /**
   * Takes the client over and closes it.
   *
   * @param tender offered where the shopper chose nothing
   * @param key signs the bills
   * @param news what the store tells, and its time
   */
  public GateSettlements(
      SettlementCourier client, BillPrices prices, TenderOffer tender, OwnKey key, StoreNews news) {
    this(
        client,
        prices,
        tender,
        key,
        new StoreDocuments(client, news, new StoreDocuments.Kept(prices.lists())));
  }

  private GateSettlements(
      SettlementCourier client,
      BillPrices prices,
      TenderOffer tender,
      OwnKey key,
      StoreDocuments documents) {
    this.client = client;
    this.key = key;
    this.prices = prices;
    this.tender = tender;
    this.documents = documents;
    documents.fetchPriceList();
  }

  /**
   * Over CoAP on DTLS, with an outbox that outlives the program, and the store's gallery.
   *
   * @param way its folder has {@code outbox.db} and the session
   * @param jitter of the retries
   * @throws IOException if the outbox cannot be used
   */
  public static GateSettlements open(
      GateWay way, BillPrices prices, TenderOffer tender, RandomGenerator jitter)
      throws IOException {
    CartIdentity identity = way.identity();
    SettlementClient client =
        new SettlementClient(
            Outbox.open(way.data().resolve("outbox.db")),
            CoapGateConnection.open(identity.link(), way.data().resolve("session-settlements")),
            RetryPolicy.atTheGate(),
            jitter,
            System::nanoTime);
    return new GateSettlements(
        client,
        prices,
        tender,
        identity.key(),
        new StoreDocuments(
            client,
            way.news(),
            new StoreDocuments.Kept(
                prices.lists(),
                Optional.of(StoreGallery.in(way.data())),
                Optional.of(way.release()),
                Optional.of(StoreMasses.in(way.data())))));
  }

  @Override
  public void submit(Bill bill) {
    client.submit(SettlementRequest.of(prices.freeze(bill), Offers.of(bill, tender)).signed(key));
  }

  @Override
  public void cancel(String tripId, int attempt) {
    client.withdraw(new SettlementKey(tripId, attempt));
  }

  @Override
  public void logIn(String code) {
    client.logIn(code);
  }

  @Override
  public List<Input> drain() {
    List<Input> inputs = new ArrayList<>();
    if (!tripsTold && !client.tripsBefore().isEmpty()) {
      inputs.add(new Input.TripsBefore(client.tripsBefore()));
    }
    tripsTold = true;
    for (SettlementOutcome outcome : client.drain()) {
      inputs.add(input(outcome));
      documents.fetchPriceList(); // for the next trip
    }
    inputs.addAll(checks());
    client.drainLogins().forEach(login -> inputs.add(input(login)));
    inputs.addAll(documents.drain());
    return inputs;
  }

  /** Bills that were drawn for a spot check, each said once. */
  private List<Input> checks() {
    List<Input> inputs = new ArrayList<>();
    for (Waiting waiting : client.waiting()) {
      if (waiting.isFor(ProblemKind.AWAITING_CHECK) && !waiting.key().equals(checked)) {
        checked = waiting.key();
        inputs.add(new Input.CheckAwaited(waiting.key().attempt()));
      }
    }
    return inputs;
  }

  /** A trip that goes on from a cart that died: its things lie in this basket by now. */
  private static Input goesOn(LoginOutcome.Welcome welcome) {
    List<Content> basket =
        welcome.basket().stream()
            .map(thing -> new Content(new ProductId(thing.product()), thing.pieces()))
            .toList();
    return new Input.Start(welcome.tripId(), basket, false);
  }

  private static Input input(LoginOutcome outcome) {
    return switch (outcome) {
      case LoginOutcome.Welcome welcome when welcome.basket().isEmpty() ->
          new Input.LoggedIn(welcome.tripId(), welcome.member());
      case LoginOutcome.Welcome welcome -> goesOn(welcome);
      case LoginOutcome.Refused refused -> new Input.LoginRefused(refused.reason());
    };
  }

  private Input input(SettlementOutcome outcome) {
    int attempt = outcome.key().attempt();
    return switch (outcome) {
      case SettlementOutcome.Settled settled -> {
        receipt = Optional.of(settled.receipt());
        yield new Input.GateSettled(attempt, settled.receipt().receiptId());
      }
      case SettlementOutcome.NotPaid notPaid ->
          new Input.GateDeclined(attempt, notPaid.declined().reason());
      case SettlementOutcome.Refused refused ->
          new Input.GateDeclined(attempt, refused.code() + ": " + refused.detail());
    };
  }

  /** What the gate gave for the last bill that it settled. */
  public Optional<Receipt> receipt() {
    return receipt;
  }

  @Override
  public void close() {
    client.close();
  }
}
