package pannier.app.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pannier.app.bill.BillPrices;
import pannier.app.loop.Settlements;
import pannier.domain.basket.Bill;
import pannier.domain.trip.Input;
import pannier.payment.cart.RetryPolicy;
import pannier.payment.cart.SettlementClient;
import pannier.payment.cart.SettlementCourier;
import pannier.payment.cart.SettlementOutcome;
import pannier.payment.cart.coap.CoapGateConnection;
import pannier.payment.cart.coap.GateLink;
import pannier.payment.cart.outbox.Outbox;
import pannier.wire.Receipt;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/** The settlement client as the tick loop's way to the gate; keeps the last receipt. */
public final class GateSettlements implements Settlements {
  private final SettlementCourier client;
  private final BillPrices prices;
  private final TenderOffer tender;
  private Optional<Receipt> receipt = Optional.empty();

  /** Takes the client over and closes it. */
  public GateSettlements(SettlementCourier client, BillPrices prices, TenderOffer tender) {
    this.client = client;
    this.prices = prices;
    this.tender = tender;
  }

  /**
   * Over CoAP on DTLS, with an outbox that outlives the program.
   *
   * @param data the folder of {@code outbox.db}
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
    GateLink link = GateLink.inTheStore(identity.gate(), identity.cartId(), identity.key());
    SettlementClient client =
        new SettlementClient(
            Outbox.open(data.resolve("outbox.db")),
            CoapGateConnection.open(link),
            RetryPolicy.atTheGate(),
            jitter,
            System::nanoTime);
    return new GateSettlements(client, prices, tender);
  }

  @Override
  public void submit(Bill bill) {
    client.submit(SettlementRequest.of(prices.freeze(bill), tender));
  }

  @Override
  public void cancel(String tripId, int attempt) {
    client.withdraw(new SettlementKey(tripId, attempt));
  }

  @Override
  public List<Input> drain() {
    List<Input> inputs = new ArrayList<>();
    for (SettlementOutcome outcome : client.drain()) {
      inputs.add(input(outcome));
    }
    return inputs;
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
