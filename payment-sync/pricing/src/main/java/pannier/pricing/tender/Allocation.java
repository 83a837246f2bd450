package pannier.pricing.tender;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import pannier.pricing.Proportion;
import pannier.pricing.tax.TaxRules;
import pannier.pricing.tax.Taxes;
import pannier.pricing.tender.Portion.Part;

/**
 * Parts a bill over tenders, those first that can pay least: food benefits, then payers of certain
 * lines, then shares and limited tenders in their order, then the first that pays what is left.
 * Each fills the bill from its first line on: goods, tax, deposit.
 */
public final class Allocation {
  private static final long SHARE_WHOLE = 1_000_000_000L;

  /** More than any bill. */
  private static final long MOST_BENEFITS = 1L << 50;

  private final List<Tender> tenders;
  private final List<Owing> owed = new ArrayList<>();
  private final long[] paid;
  private final List<Portion> portions = new ArrayList<>();

  private Allocation(List<Payable> lines, List<Tender> tenders, Owed owed) {
    this.tenders = tenders;
    this.paid = new long[tenders.size()];
    for (Payable line : lines) {
      long tax = owed.onTop() ? owed.taxes().perLineMinor().get(this.owed.size()) : 0;
      this.owed.add(new Owing(line.netMinor(), tax, line.depositMinor()));
    }
  }

  /** The taxes, and whether they come on top of the nets. */
  private record Owed(Taxes taxes, boolean onTop) {}

  public static Split of(List<Payable> lines, List<Tender> tenders, TaxRules rules) {
    SnapPlan plan = SnapPlan.of(lines, snapAvailable(tenders), rules);
    List<Taxes.Base> bases =
        IntStream.range(0, lines.size())
            .mapToObj(line -> base(lines.get(line), plan.goodsMinor(line)))
            .toList();
    Taxes taxes = Taxes.of(bases, rules);
    Allocation allocation = new Allocation(lines, tenders, new Owed(taxes, !rules.included()));
    allocation.benefits(plan);
    allocation.payersOfLines();
    allocation.sharesAndLimited();
    allocation.each(Tender::open, tender -> allocation.fill(tender, Long.MAX_VALUE, _ -> true));
    return new Split(
        taxes,
        Arrays.stream(allocation.paid).boxed().toList(),
        allocation.portions,
        allocation.left());
  }

  private static long snapAvailable(List<Tender> tenders) {
    return tenders.stream()
        .filter(tender -> tender.kind() == TenderKind.SNAP)
        .mapToLong(tender -> Math.min(tender.limitMinor(), MOST_BENEFITS))
        .sum();
  }

  private static Taxes.Base base(Payable line, long snapMinor) {
    return new Taxes.Base(line.rate(), line.netMinor() - snapMinor);
  }

  private void benefits(SnapPlan plan) {
    long before = 0;
    for (int i = 0; i < tenders.size(); i++) {
      Tender tender = tenders.get(i);
      if (tender.kind() == TenderKind.SNAP) {
        long after = before + Math.min(tender.limitMinor(), MOST_BENEFITS);
        benefits(plan, i, before, after);
        before = after;
      }
    }
  }

  /** One of several benefit cards: it pays the plan's amounts from one sum to another. */
  private void benefits(SnapPlan plan, int tender, long from, long to) {
    long sum = 0;
    for (int line = 0; line < owed.size(); line++) {
      sum = pay(tender, line, Part.GOODS, new Stretch(sum, plan.goodsMinor(line), from, to));
      sum = pay(tender, line, Part.DEPOSIT, new Stretch(sum, plan.depositMinor(line), from, to));
    }
  }

  /** An amount that begins where {@code sum} stands, of which {@code from} to {@code to} counts. */
  private record Stretch(long sum, long minor, long from, long to) {
    long counts() {
      return Math.max(0, Math.min(sum + minor, to) - Math.max(sum, from));
    }
  }

  private long pay(int tender, int line, Part part, Stretch stretch) {
    pay(tender, line, part, stretch.counts());
    return stretch.sum() + stretch.minor();
  }

  private void payersOfLines() {
    each(
        tender -> tender.reach() instanceof Tender.Reach.Lines,
        tender -> {
          if (tenders.get(tender).reach() instanceof Tender.Reach.Lines reach) {
            fill(tender, tenders.get(tender).limitMinor(), reach.lines()::contains);
          }
        });
  }

  private void sharesAndLimited() {
    long shared = left();
    long partSoFar = 0;
    long dueSoFar = 0;
    for (int i = 0; i < tenders.size(); i++) {
      Tender tender = tenders.get(i);
      boolean whole = tender.kind() != TenderKind.SNAP && !tender.open();
      switch (tender.reach()) {
        case Tender.Reach.Share share -> {
          partSoFar += share.part().billionths();
          long due = Proportion.rounded(shared, Math.min(partSoFar, SHARE_WHOLE), SHARE_WHOLE);
          fill(i, Math.min(due - dueSoFar, tender.limitMinor()), _ -> true);
          dueSoFar = due;
        }
        case Tender.Reach.Whole _ when whole -> fill(i, tender.limitMinor(), _ -> true);
        case Tender.Reach.Whole _, Tender.Reach.Lines _ -> {}
      }
    }
  }

  private void each(Predicate<Tender> which, IntConsumer pays) {
    for (int i = 0; i < tenders.size(); i++) {
      if (which.test(tenders.get(i))) {
        pays.accept(i);
      }
    }
  }

  /** Pays what is owed on some lines, up to a limit. Food benefits are never asked here. */
  private void fill(int tender, long limit, IntPredicate lines) {
    if (tenders.get(tender).kind() == TenderKind.SNAP) {
      return;
    }
    long still = limit;
    for (int line = 0; line < owed.size() && still > 0; line++) {
      if (lines.test(line)) {
        for (Part part : Part.values()) {
          long minor = Math.min(still, owed.get(line).get(part));
          pay(tender, line, part, minor);
          still -= minor;
        }
      }
    }
  }

  private void pay(int tender, int line, Part part, long minor) {
    if (minor > 0) {
      owed.get(line).pay(part, minor);
      paid[tender] = Math.addExact(paid[tender], minor);
      portions.add(new Portion(tender, line, part, minor));
    }
  }

  private long left() {
    long left = 0;
    for (Owing line : owed) {
      left = Math.addExact(left, line.total());
    }
    return left;
  }
}
