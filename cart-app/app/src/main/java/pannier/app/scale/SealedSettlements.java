package pannier.app.scale;

import java.util.List;
import pannier.app.loop.Settlements;
import pannier.domain.audit.Remarks;
import pannier.domain.basket.Bill;
import pannier.domain.trip.Input;

/** Settlements whose bills say by which calibration the cart weighed. */
public final class SealedSettlements implements Settlements {
  private final Settlements settlements;
  private final String seal;

  /** Takes the settlements over and closes them. */
  public SealedSettlements(Settlements settlements, String seal) {
    this.settlements = settlements;
    this.seal = seal;
  }

  @Override
  public void submit(Bill bill) {
    Remarks sealed = bill.remarks().flagged(seal);
    settlements.submit(
        new Bill(bill.tripId(), bill.attempt(), bill.lines(), sealed, bill.accord()));
  }

  @Override
  public void cancel(String tripId, int attempt) {
    settlements.cancel(tripId, attempt);
  }

  @Override
  public void logIn(String code) {
    settlements.logIn(code);
  }

  @Override
  public List<Input> drain() {
    return settlements.drain();
  }

  @Override
  public void close() {
    settlements.close();
  }
}
