package pannier.app.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import pannier.domain.basket.Bill;
import pannier.domain.basket.Means;
import pannier.wire.TenderOffer;

/** What the shopper chose to pay with, as it goes to the gate. */
final class Offers {
  private Offers() {}

  /**
   * The offers of a bill.
   *
   * @param usual what is offered where the shopper chose nothing
   */
  static TenderOffer[] of(Bill bill, TenderOffer usual) {
    List<Means> means = bill.accord().wallet().means();
    return means.isEmpty()
        ? new TenderOffer[] {usual}
        : means.stream().map(one -> offer(bill, one)).toArray(TenderOffer[]::new);
  }

  private static TenderOffer offer(Bill bill, Means means) {
    Long most = means.mostMinor();
    return new TenderOffer(
        means.kind(),
        means.token(),
        most == null ? OptionalLong.empty() : OptionalLong.of(most),
        lines(bill, means),
        means.shareBillionths());
  }

  private static List<Integer> lines(Bill bill, Means means) {
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < bill.lines().size(); i++) {
      if (means.products().contains(bill.lines().get(i).product())) {
        lines.add(i);
      }
    }
    return lines;
  }
}
