package pannier.gate.settlement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pannier.gate.Shop;
import pannier.gate.ledger.PaymentKey;
import pannier.gate.refund.Refunds;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/** A gate at which one bill is paid, for tests of what comes after. */
public final class PaidDesk implements AutoCloseable {
  /** Before any test. */
  public static final PaidDesk NONE = new PaidDesk(List.of());

  private final List<Desk> desk;

  private PaidDesk(List<Desk> desk) {
    this.desk = desk;
  }

  public static PaidDesk open(Path folder) throws IOException {
    return new PaidDesk(List.of(new Desk(folder, Shop.CATALOGUE, SplitTenderTest.rules())));
  }

  private Desk desk() {
    return desk.getFirst();
  }

  /** Pays for milk and bananas; returns the receipt's id. */
  public String pay(TenderOffer... tenders) throws IOException {
    SettlementRequest request = SettlementRequest.of(Shop.bill("t", 1), tenders);
    return Desk.receipt(desk().settle(request)).receiptId();
  }

  public Refunds refunds() {
    return new Refunds(desk().ledger, desk().parts.rules(), desk().parts.clock());
  }

  /** One round of the gate's outbox. */
  public void capture() throws IOException {
    Captures.takeAll(desk().parts);
  }

  /** What went back at the provider, tender by tender. */
  public List<Long> wentBack() throws IOException {
    List<Long> sums = new ArrayList<>();
    for (int place = 0; place < 2; place++) {
      sums.add(desk().provider.refunded(PaymentKey.of(new SettlementKey("t", 1), place)));
    }
    return sums;
  }

  @Override
  public void close() {
    desk.forEach(Desk::close);
  }
}
