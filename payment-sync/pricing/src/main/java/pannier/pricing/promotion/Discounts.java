package pannier.pricing.promotion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import pannier.pricing.PricedLine;
import pannier.pricing.Proportion;
import pannier.pricing.UnitPrice;
import pannier.pricing.rule.Occasion;

/**
 * What the promotions take off a bill. Among those for certain products the one that saves most on
 * the lines still free is taken, again and again, earlier rows first where two save the same; then
 * those for the whole bill are taken off what is left, each in its turn.
 */
public final class Discounts {
  private final Goods goods;
  private final List<List<Reduction>> reductions = new ArrayList<>();
  private final long[] left;

  private Discounts(List<PricedLine> lines) {
    this.goods = new Goods(lines);
    this.left = lines.stream().mapToLong(line -> line.gross().minor()).toArray();
    lines.forEach(_ -> reductions.add(new ArrayList<>()));
  }

  /** The reductions of each line, in the order of the lines. */
  public static List<List<Reduction>> of(
      List<PricedLine> lines, List<Promotion> promotions, Occasion occasion) {
    List<Promotion> held =
        promotions.stream().filter(promotion -> promotion.terms().hold(occasion)).toList();
    Discounts discounts = new Discounts(lines);
    discounts.ofProducts(held.stream().filter(discounts::concerns).toList());
    held.stream().filter(it -> it.products().isEmpty()).forEach(discounts::ofWholeBill);
    return discounts.reductions.stream().map(List::copyOf).toList();
  }

  private boolean concerns(Promotion promotion) {
    return goods.lines().stream().anyMatch(line -> promotion.products().contains(line.product()));
  }

  private void ofProducts(List<Promotion> promotions) {
    List<Promotion> open = new ArrayList<>(promotions);
    boolean[] used = new boolean[goods.size()];
    while (!open.isEmpty()) {
      Promotion best = open.getFirst();
      long[] bestOff = off(best, free(best, used));
      for (Promotion other : open.subList(1, open.size())) {
        long[] otherOff = off(other, free(other, used));
        if (sum(otherOff) > sum(bestOff)) {
          best = other;
          bestOff = otherOff;
        }
      }
      if (sum(bestOff) == 0) {
        return;
      }
      take(best, bestOff);
      for (int line = 0; line < used.length; line++) {
        used[line] |= bestOff[line] > 0;
      }
      open.remove(best);
    }
  }

  private void ofWholeBill(Promotion promotion) {
    take(promotion, off(promotion, IntStream.range(0, goods.size()).boxed().toList()));
  }

  private List<Integer> free(Promotion promotion, boolean[] used) {
    return IntStream.range(0, goods.size())
        .filter(line -> !used[line] && promotion.products().contains(goods.product(line)))
        .boxed()
        .toList();
  }

  private void take(Promotion promotion, long[] off) {
    for (int line = 0; line < off.length; line++) {
      if (off[line] > 0) {
        left[line] -= off[line];
        reductions.get(line).add(new Reduction(promotion.terms().name(), off[line]));
      }
    }
  }

  /** What a promotion would take off each of the bill's lines. */
  private long[] off(Promotion promotion, List<Integer> lines) {
    return switch (promotion) {
      case Promotion.NForM it -> new Groups(goods, lines).freeOf(it.n(), it.m());
      case Promotion.NAtPrice it -> new Groups(goods, lines).atPrice(it.n(), it.price().minor());
      case Promotion.PercentOff it -> each(lines, line -> percent(left[line], it.percent()));
      case Promotion.AmountOff it -> amountOff(it, lines);
      case Promotion.SpecialPrice it ->
          each(lines, line -> Math.max(0, goods.gross(line) - goods.at(line, price(it, line))));
    };
  }

  private long[] amountOff(Promotion.AmountOff promotion, List<Integer> lines) {
    long together = lines.stream().mapToLong(line -> left[line]).sum();
    if (together < promotion.least().minor()) {
      return new long[goods.size()];
    }
    long amount = promotion.amount().minor();
    if (promotion.products().isEmpty()) {
      return Proportion.part(Math.min(amount, together), left);
    }
    return each(
        lines,
        line -> Math.min(left[line], amount * (goods.counted(line) ? goods.pieces(line) : 1)));
  }

  private UnitPrice price(Promotion.SpecialPrice promotion, int line) {
    return new UnitPrice(promotion.price(), goods.lines().get(line).unitPrice().unit());
  }

  private long[] each(List<Integer> lines, IntToLongFunction off) {
    long[] all = new long[goods.size()];
    lines.forEach(line -> all[line] = off.applyAsLong(line));
    return all;
  }

  private static long percent(long minor, BigDecimal percent) {
    return BigDecimal.valueOf(minor)
        .multiply(percent)
        .movePointLeft(2)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static long sum(long[] amounts) {
    return Arrays.stream(amounts).sum();
  }
}
