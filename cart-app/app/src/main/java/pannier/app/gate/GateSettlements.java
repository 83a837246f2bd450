package pannier.app.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tinylog.Logger;
import pannier.app.bill.BillPrices;
import pannier.app.bill.PriceLists;
import pannier.app.loop.Settlements;
import pannier.domain.basket.Bill;
import pannier.domain.trip.Input;
import pannier.payment.cart.LoginOutcome;
import pannier.payment.cart.RetryPolicy;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.SettlementCourier;
import pannier.payment.cart.SettlementOutcome;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.outbox.Message;
import pannier.payment.cart.outbox.Outbox;
import pannier.wire.Digest;
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
  private final InstantSource clock;
  private Optional<Receipt> receipt = Optional.empty();
  private Optional<LocalDate> told = Optional.empty();
  private boolean latestTold;
  private boolean tripsTold;

  /**
   * Takes the client over and closes it.
   *
   * @param tender offered where the shopper chose nothing
   * @param key signs the bills
   * @param clock tells the shop's day
   */
  public GateSettlements(
      SettlementCourier client,
      BillPrices prices,
      TenderOffer tender,
      OwnKey key,
      InstantSource clock) {
    this.client = client;
    this.key = key;
    this.prices = prices;
    this.tender = tender;
    this.clock = clock;
    fetchPriceList();
  }

  /**
   * Over CoAP on DTLS, with an outbox that outlives the program.
   *
   * @param data the folder of {@code outbox.db} and of the session
   * @param jitter of the retries
   * @throws IOException if the outbox cannot be used
   */
  public static GateSettlements open(
      CartIdentity identity,
      BillPrices prices,
      TenderOffer tender,
      Path data,
      RandomGenerator jitter)
      throws IOException {
    SettlementClient client =
        new SettlementClient(
            Outbox.open(data.resolve("outbox.db")),
            CoapGateConnection.open(identity.link(), data.resolve("session-settlements")),
            RetryPolicy.atTheGate(),
            jitter,
            System::nanoTime);
    return new GateSettlements(client, prices, tender, identity.key(), InstantSource.system());
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
      fetchPriceList(); // for the next trip
    }
    client.drainLogins().forEach(login -> inputs.add(input(login)));
    prices.lists().ifPresent(lists -> told(lists, inputs));
    return inputs;
  }

  private void fetchPriceList() {
    prices.lists().ifPresent(lists -> client.fetchPriceList(lists.latest().map(Digest::new)));
  }

  /** The newest price list, and the shop's day when it changes. */
  private void told(PriceLists lists, List<Input> inputs) {
    Optional<String> latest = Optional.empty();
    for (Message document : client.drainPriceLists()) {
      try {
        latest = Optional.of(lists.keep(document.bytes()));
      } catch (IOException e) {
        Logger.warn("the gate's price list is not used: {}", e.getMessage());
      }
    }
    if (!latestTold) {
      latestTold = true;
      latest = latest.or(lists::latest);
    }
    latest.ifPresent(digest -> inputs.add(new Input.PriceList(digest)));
    LocalDate today = today(lists);
    if (!told.equals(Optional.of(today))) {
      told = Optional.of(today);
      inputs.add(new Input.Today(today.toEpochDay()));
    }
  }

  private LocalDate today(PriceLists lists) {
    return lists
        .latest()
        .flatMap(lists::find)
        .map(list -> list.rules().day(clock.instant()))
        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()));
  }

  private static Input input(LoginOutcome outcome) {
    return switch (outcome) {
      case LoginOutcome.Welcome welcome -> new Input.LoggedIn(welcome.tripId(), welcome.member());
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
