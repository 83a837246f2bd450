package pannier.pricing.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pannier.pricing.checkout.ReckonedLine;
import pannier.pricing.checkout.Reckoning;
import pannier.pricing.refund.PaidBill;
import pannier.pricing.refund.RefundReason;
import pannier.pricing.tender.Portion;

/** Holds a reckoning against the oracle; the first difference is an {@link AssertionError}. */
final class Verdict {
  private final Basket basket;
  private final Oracle oracle;
  private final Reckoning reckoning;
  private final long[] nets;

  private Verdict(Basket basket, Reckoning reckoning) {
    this.basket = basket;
    this.oracle = new Oracle(basket);
    this.reckoning = reckoning;
    this.nets = reckoning.lines().stream().mapToLong(it -> it.priced().net().minor()).toArray();
  }

  static void check(Basket basket, long seed) throws Exception {
    Verdict verdict = new Verdict(basket, Engine.reckon(basket));
    verdict.prices();
    verdict.benefits();
    verdict.taxesAndTenders();
    verdict.portions();
    verdict.refunds(new SplittableRandom(seed));
  }

  private void prices() {
    long free = 0;
    long mixed = 0;
    long sum = 0;
    for (int i = 0; i < nets.length; i++) {
      Basket.Line line = basket.lines().get(i);
      ReckonedLine reckoned = reckoning.lines().get(i);
      same("gross", oracle.gross(line), reckoned.priced().gross().minor());
      long more = reckoned.priced().discount().minor() - oracle.ownDiscount(line);
      require(more >= 0 && nets[i] >= 0, "too little or too much off line");
      boolean mixes = line.offer() == Basket.Offer.MIX;
      require(mixes || basket.billOff() > 0 || more == 0, "a line has no such offer");
      mixed += more;
      free += oracle.gross(line) - oracle.ownDiscount(line);
      sum += nets[i];
    }
    long mix = oracle.mixDiscount();
    same("off several lines", mix + Math.min(basket.billOff(), free - mix), mixed);
    same("subtotal", sum, reckoning.subtotal().minor());
  }

  private void benefits() {
    for (Portion portion : reckoning.split().portions()) {
      if (snap(portion)) {
        Basket.Line line = basket.lines().get(portion.line());
        require(line.eligible(), "benefits paid what they may not");
        long most =
            switch (portion.part()) {
              case GOODS -> nets[portion.line()];
              case TAX -> 0;
              case DEPOSIT -> line.lawDeposit() * line.pieces();
            };
        require(portion.minor() <= most, "benefits paid too much");
      }
    }
  }

  private void taxesAndTenders() {
    long snap = oracle.snap(nets);
    boolean included = basket.mode().included();
    long tax = included ? oracle.containedTax(taxed()) : oracle.leastTax(nets, snap);
    same("tax", tax, reckoning.tax().minor());
    long deposits = basket.lines().stream().mapToLong(it -> it.deposit() * it.pieces()).sum();
    long total = reckoning.subtotal().minor() + deposits + (included ? 0 : tax);
    same("deposits", deposits, reckoning.deposits().minor());
    same("total", total, reckoning.total().minor());
    long[] paid = oracle.tenders(total, snap);
    long sum = 0;
    for (int i = 0; i < paid.length; i++) {
      same("tender", paid[i], reckoning.split().paidMinor().get(i));
      sum += paid[i];
    }
    same("due", total - sum, reckoning.due().minor());
  }

  private long[] taxed() {
    long[] bases = nets.clone();
    for (Portion portion : reckoning.split().portions()) {
      if (snap(portion) && portion.part() == Portion.Part.GOODS) {
        bases[portion.line()] -= portion.minor();
      }
    }
    return bases;
  }

  /** Line by line nothing is paid twice, and what is not paid is what is due. */
  private void portions() {
    long unpaid = 0;
    boolean included = basket.mode().included();
    for (int i = 0; i < nets.length; i++) {
      ReckonedLine line = reckoning.lines().get(i);
      unpaid += open(i, Portion.Part.GOODS, nets[i]);
      unpaid += open(i, Portion.Part.TAX, included ? 0 : line.tax().minor());
      unpaid += open(i, Portion.Part.DEPOSIT, line.deposit().minor());
    }
    same("unpaid", reckoning.due().minor(), unpaid);
    long byRate = reckoning.split().taxes().byRate().stream().mapToLong(it -> it.taxMinor()).sum();
    same("tax by rate", reckoning.tax().minor(), byRate);
  }

  private long open(int line, Portion.Part part, long owed) {
    long paid =
        reckoning.split().portions().stream()
            .filter(it -> it.line() == line && it.part() == part)
            .mapToLong(Portion::minor)
            .sum();
    require(paid <= owed, "a line was paid twice");
    return owed - paid;
  }

  /** Everything goes back, in random steps: each tender gets what it paid, to the cent. */
  private void refunds(SplittableRandom random) {
    List<Integer> pieces = basket.lines().stream().map(Basket.Line::pieces).toList();
    PaidBill bill = PaidBill.of(pieces, reckoning.split().portions());
    PaidBill.Leave leave = new PaidBill.Leave(RefundReason.DAMAGED, "Kim");
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      open.add(i);
    }
    while (!open.isEmpty()) {
      int line = open.get(random.nextInt(open.size()));
      int left = bill.lines().get(line).pieces();
      long goods =
          bill.lines().get(line).portions().stream()
              .filter(it -> it.part() == Portion.Part.GOODS)
              .mapToLong(Portion::minor)
              .sum();
      if (goods > 0 && random.nextInt(4) == 0) {
        bill = bill.reduced(line, 1 + random.nextLong(goods), leave);
      } else {
        bill = bill.returned(line, 1 + random.nextInt(left), leave);
      }
      if (bill.lines().get(line).pieces() == 0) {
        open.remove(Integer.valueOf(line));
      }
    }
    long[] back = new long[basket.tenders().size()];
    bill.refunds().forEach(it -> it.portions().forEach(p -> back[p.tender()] += p.minor()));
    for (int i = 0; i < back.length; i++) {
      same("back to a tender", reckoning.split().paidMinor().get(i), back[i]);
    }
  }

  private boolean snap(Portion portion) {
    return basket.tenders().get(portion.tender()).kind().equals("snap");
  }

  private void same(String what, long expected, long found) {
    if (expected != found) {
      throw new AssertionError(
          "%s: oracle %d, engine %d in %s".formatted(what, expected, found, basket));
    }
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise + " in " + basket);
    }
  }
}
