package pannier.pricing.checkout;

import java.util.Arrays;
import pannier.pricing.tax.TaxRounding;
import pannier.pricing.tender.TenderKind;

/**
 * How long a bill takes: {@code CheckoutBenchmark} prints the median and the 99th percentile of
 * pricing, taxing and allocating bills of four tenders, food benefits that cover half among them.
 */
final class CheckoutBenchmark {
  private static final int WARM_UP = 1_000;
  private static final int RUNS = 1_000;

  private CheckoutBenchmark() {}

  public static void main(String[] args) throws Exception {
    for (TaxRounding rounding : TaxRounding.values()) {
      for (int lines : new int[] {10, 80, 250, 1_000}) {
        measure(rounding, lines);
      }
    }
  }

  private static void measure(TaxRounding rounding, int lines) throws Exception {
    Bills bills = Bills.us(rounding);
    for (int i = 0; i < lines; i++) {
      String rate = i % 3 == 0 ? "0.0825" : "0";
      bills.line("p" + i, "%d.%02d".formatted(1 + i % 5, i % 100), rate, i % 4 != 0);
    }
    String half = Integer.toString(lines * 3 / 2);
    bills.tender(TenderKind.SNAP, half).tender(TenderKind.GIFT, "5.00");
    bills.tender(TenderKind.CREDIT, "3.00").rest(TenderKind.CARD);
    PriceBook book = bills.book();
    Purchase purchase = bills.purchase();
    long[] nanos = new long[RUNS];
    long sink = 0;
    for (int i = -WARM_UP; i < RUNS; i++) {
      long start = System.nanoTime();
      sink += Checkout.of(book, purchase).total().minor();
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%-8s %5d lines: median %7.3f ms, p99 %7.3f ms (%d)%n",
        rounding, lines, nanos[RUNS / 2] / 1e6, nanos[RUNS * 99 / 100] / 1e6, sink % 10);
  }
}
