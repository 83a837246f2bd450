package pannier.pricing.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import pannier.pricing.Proportion;
import pannier.pricing.tender.Portion;

/**
 * What is left of a paid line.
 *
 * @param pieces that the shopper still has
 * @param portions that the tenders have not got back
 */
public record PaidLine(int pieces, List<Portion> portions) {
  public PaidLine {
    portions = List.copyOf(portions);
  }

  long goodsMinor() {
    return goods(portions);
  }

  /** Each tender's part of some pieces; the last piece takes all that is left. */
  List<Portion> ofPieces(int some) {
    return scaled(portions, minor -> Proportion.rounded(minor, some, pieces));
  }

  /** Each tender's part of an amount of goods, with the tax that was paid on it. */
  List<Portion> ofGoods(long minor) {
    List<Portion> goods = portions.stream().filter(it -> it.part() == Portion.Part.GOODS).toList();
    long[] weights = goods.stream().mapToLong(Portion::minor).toArray();
    long[] parts = Proportion.part(minor, weights);
    List<Portion> back = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      long part = parts[i];
      back.addAll(scaled(List.of(goods.get(i)), _ -> part));
    }
    long all = goods(portions);
    back.addAll(
        scaled(
            portions.stream().filter(it -> it.part() == Portion.Part.TAX).toList(),
            tax -> Proportion.rounded(tax, minor, all)));
    return back;
  }

  PaidLine less(int some, List<Portion> back) {
    List<Portion> left = new ArrayList<>();
    for (Portion portion : portions) {
      long returned =
          back.stream()
              .filter(it -> it.tender() == portion.tender() && it.part() == portion.part())
              .mapToLong(Portion::minor)
              .sum();
      left.addAll(scaled(List.of(portion), minor -> minor - returned));
    }
    return new PaidLine(pieces - some, left);
  }

  private static long goods(List<Portion> portions) {
    return portions.stream()
        .filter(portion -> portion.part() == Portion.Part.GOODS)
        .mapToLong(Portion::minor)
        .sum();
  }

  private static List<Portion> scaled(List<Portion> portions, LongUnaryOperator scale) {
    List<Portion> scaled = new ArrayList<>();
    for (Portion portion : portions) {
      long minor = scale.applyAsLong(portion.minor());
      if (minor > 0) {
        scaled.add(new Portion(portion.tender(), portion.line(), portion.part(), minor));
      }
    }
    return scaled;
  }
}
