package pannier.pricing.promotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import pannier.pricing.Proportion;

/**
 * Pieces in groups of n, the dearest together: no other grouping makes the cheapest of each group
 * dearer, or the groups at one price worth more.
 */
final class Groups {
  private final Goods goods;
  private final List<Integer> lines;

  Groups(Goods goods, List<Integer> lines) {
    this.goods = goods;
    this.lines =
        lines.stream()
            .filter(goods::counted)
            .sorted(Comparator.comparingLong((Integer line) -> -goods.unitPrice(line)))
            .toList();
  }

  /** Some equal pieces of one line. */
  private record Run(int line, long pieces) {}

  /** In each full group the last {@code n - m} pieces are free. */
  long[] freeOf(int n, int m) {
    long[] off = new long[goods.size()];
    long all = lines.stream().mapToLong(goods::pieces).sum();
    long inGroups = all - all % n;
    long before = 0;
    for (int line : lines) {
      long after = Math.min(inGroups, before + goods.pieces(line));
      if (after > before) {
        off[line] = (free(after, n, m) - free(before, n, m)) * goods.unitPrice(line);
      }
      before = Math.max(before, after);
    }
    return off;
  }

  /** How many of the first {@code pieces} are free. */
  private static long free(long pieces, int n, int m) {
    return pieces / n * (n - m) + Math.max(0, pieces % n - m);
  }

  /** Each full group that is worth more costs {@code price}. */
  long[] atPrice(int n, long price) {
    long[] off = new long[goods.size()];
    List<Run> group = new ArrayList<>();
    long missing = n;
    for (int line : lines) {
      long pieces = goods.pieces(line);
      if (missing == n || group.isEmpty()) {
        pieces = whole(line, pieces, n, price, off);
      }
      while (pieces > 0) {
        long taken = Math.min(missing, pieces);
        group.add(new Run(line, taken));
        pieces -= taken;
        missing -= taken;
        if (missing == 0) {
          reduce(group, price, off);
          group.clear();
          missing = n;
          pieces = whole(line, pieces, n, price, off);
        }
      }
    }
    return off;
  }

  /** The groups that one line fills alone, at once; returns the pieces over. */
  private long whole(int line, long pieces, int n, long price, long[] off) {
    long saved = Math.max(0, goods.unitPrice(line) * n - price);
    off[line] += pieces / n * saved;
    return pieces % n;
  }

  private void reduce(List<Run> group, long price, long[] off) {
    long[] worth =
        group.stream().mapToLong(run -> run.pieces() * goods.unitPrice(run.line())).toArray();
    long saved = Arrays.stream(worth).sum() - price;
    if (saved <= 0) {
      return;
    }
    long[] parts = Proportion.part(saved, worth);
    for (int i = 0; i < parts.length; i++) {
      off[group.get(i).line()] += parts[i];
    }
  }
}
