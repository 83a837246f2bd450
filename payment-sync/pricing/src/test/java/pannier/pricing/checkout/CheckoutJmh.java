package pannier.pricing.checkout;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pannier.pricing.tax.TaxRounding;
import pannier.pricing.tender.TenderKind;

/**
 * Pricing, taxing and allocating a bill over four tenders, food benefits that cover half among
 * them, by the number of its lines. Sampled, so that JMH prints the median (p0.50). Run by {@code
 * ./pannier pricing-bench}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CheckoutJmh {
  @Param({"10", "80", "250", "1000"})
  public int lines = 80;

  @Param({"ITEM", "INVOICE"})
  public TaxRounding rounding = TaxRounding.ITEM;

  private PriceBook book = Bills.us(rounding).book();
  private Purchase purchase = Bills.us(rounding).purchase();

  /** Makes the bill. */
  @Setup
  public void bill() {
    Bills bills = Bills.us(rounding);
    for (int i = 0; i < lines; i++) {
      String rate = i % 3 == 0 ? "0.0825" : "0";
      bills.line("p" + i, "%d.%02d".formatted(1 + i % 5, i % 100), rate, i % 4 != 0);
    }
    String half = Integer.toString(lines * 3 / 2);
    bills.tender(TenderKind.SNAP, half).tender(TenderKind.GIFT, "5.00");
    bills.tender(TenderKind.CREDIT, "3.00").rest(TenderKind.CARD);
    book = bills.book();
    purchase = bills.purchase();
  }

  /** One bill. */
  @Benchmark
  public Reckoning bill4Tenders() throws Exception {
    return Checkout.of(book, purchase);
  }
}
