package pannier.pricing.tender;

import java.util.List;
import pannier.pricing.tax.Taxes;

/**
 * A bill parted over its tenders, in minor units.
 *
 * @param taxes on what food benefits did not pay
 * @param paidMinor by each tender, in the order in which they were offered
 * @param portions what each of them paid, line by line
 * @param dueMinor what no tender pays
 */
public record Split(Taxes taxes, List<Long> paidMinor, List<Portion> portions, long dueMinor) {
  public Split {
    paidMinor = List.copyOf(paidMinor);
    portions = List.copyOf(portions);
    long sum = portions.stream().mapToLong(Portion::minor).sum();
    long paid = paidMinor.stream().mapToLong(Long::longValue).sum();
    if (sum != paid || dueMinor < 0) {
      throw new IllegalArgumentException(
          "portions of %d, paid %d, due %d".formatted(sum, paid, dueMinor));
    }
  }
}
