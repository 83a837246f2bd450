package pannier.pricing.trial;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import pannier.pricing.trial.Basket.Line;
import pannier.pricing.trial.Basket.Means;
import pannier.pricing.trial.Basket.Mode;
import pannier.pricing.trial.Basket.Offer;

/**
 * Reckons a basket by counting: pieces one by one, cents one by one, exact fractions. It knows no
 * class of the engine. Where a promotion over several lines leaves open which of them gets the odd
 * cent, it checks the sum and takes the engine's nets.
 */
final class Oracle {
  private static final long MILLION = 1_000_000;

  private final Basket basket;

  Oracle(Basket basket) {
    this.basket = basket;
  }

  long gross(Line line) {
    long price = Math.min(line.price(), line.shelf());
    return line.byMass() ? halfUp(price * line.grams(), 1000) : price * line.pieces();
  }

  /** What a line's own offer takes off, without those that mix lines. */
  long ownDiscount(Line line) {
    long price = Math.min(line.price(), line.shelf());
    return switch (line.offer()) {
      case NONE, MIX -> 0;
      case THREE_FOR_TWO -> {
        long off = 0;
        for (int piece = 1; piece <= line.pieces(); piece++) {
          off += piece % 3 == 0 ? price : 0;
        }
        yield off;
      }
      case PERCENT -> halfUp(gross(line) * line.offerValue(), 100);
      case AMOUNT -> Math.min(gross(line), line.offerValue() * (line.byMass() ? 1 : line.pieces()));
      case SPECIAL -> {
        long special =
            line.byMass()
                ? halfUp(line.offerValue() * line.grams(), 1000)
                : line.offerValue() * line.pieces();
        yield Math.max(0, gross(line) - special);
      }
    };
  }

  /** What mixing takes off all lines that mix: pairs of the dearest pieces. */
  long mixDiscount() {
    if (basket.mixPrice() == 0) {
      return 0;
    }
    List<Long> pieces = new ArrayList<>();
    for (Line line : basket.lines()) {
      for (int i = 0; line.offer() == Offer.MIX && i < line.pieces(); i++) {
        pieces.add(Math.min(line.price(), line.shelf()));
      }
    }
    pieces.sort(Collections.reverseOrder());
    long off = 0;
    for (int i = 0; i + 1 < pieces.size(); i += 2) {
      off += Math.max(0, pieces.get(i) + pieces.get(i + 1) - basket.mixPrice());
    }
    return off;
  }

  /** How much food benefits may pay: eligible goods and lawful deposits. */
  long eligible(long[] nets) {
    long sum = 0;
    for (int i = 0; i < nets.length; i++) {
      Line line = basket.lines().get(i);
      sum += line.eligible() ? nets[i] + line.lawDeposit() * line.pieces() : 0;
    }
    return sum;
  }

  /** What food benefits pay in all. */
  long snap(long[] nets) {
    long available = 0;
    for (Means means : basket.tenders()) {
      if (means.kind().equals("snap")) {
        available += means.limit() < 0 ? 1_000_000 : means.limit();
      }
    }
    return Math.min(available, eligible(nets));
  }

  /** The least tax over all ways in which food benefits can pay {@code snap} of what they may. */
  long leastTax(long[] nets, long snap) {
    long left = eligible(nets) - snap;
    for (int i = 0; i < nets.length; i++) {
      Line line = basket.lines().get(i);
      if (line.eligible()) {
        left -= line.lawDeposit() * line.pieces() + (line.ratePpm() == 0 ? nets[i] : 0);
      }
    }
    long taxed = Math.max(0, left);
    return basket.mode() == Mode.INVOICE
        ? leastOverOrders(nets, taxed)
        : leastOverCents(nets, taxed);
  }

  /** Every order in which benefits could go through the taxed lines. */
  private long leastOverOrders(long[] nets, long left) {
    List<Integer> lines = taxedEligible(nets);
    long pay = lines.stream().mapToLong(line -> nets[line]).sum() - left;
    long[] best = {Long.MAX_VALUE};
    orders(lines, 0, order -> best[0] = Math.min(best[0], taxAfter(nets, order, pay)));
    return best[0];
  }

  private interface Visit {
    void visit(List<Integer> order);
  }

  private static void orders(List<Integer> lines, int from, Visit visit) {
    if (from >= lines.size() - 1) {
      visit.visit(lines);
      return;
    }
    for (int i = from; i < lines.size(); i++) {
      Collections.swap(lines, from, i);
      orders(lines, from + 1, visit);
      Collections.swap(lines, from, i);
    }
  }

  private long taxAfter(long[] nets, List<Integer> order, long pay) {
    long[] bases = nets.clone();
    long still = pay;
    for (int line : order) {
      long part = Math.min(still, bases[line]);
      bases[line] -= part;
      still -= part;
    }
    return invoice(bases);
  }

  /** For each number of cents that may be left, the least tax: group after group, cent by cent. */
  private long leastOverCents(long[] nets, long left) {
    boolean byLine = basket.mode() == Mode.ITEM;
    long[] least = new long[(int) left + 1];
    Arrays.fill(least, Long.MAX_VALUE / 2);
    least[0] = 0;
    List<Long> rates = new ArrayList<>();
    for (int i = 0; i < nets.length; i++) {
      long rate = basket.lines().get(i).ratePpm();
      if (byLine) {
        boolean eligible = basket.lines().get(i).eligible();
        least = withGroup(least, rate, eligible ? 0 : nets[i], eligible ? nets[i] : 0);
      } else if (!rates.contains(rate)) {
        rates.add(rate);
        least = withGroup(least, rate, sum(nets, rate, false), sum(nets, rate, true));
      }
    }
    return least[(int) left];
  }

  private long sum(long[] nets, long rate, boolean eligible) {
    long sum = 0;
    for (int i = 0; i < nets.length; i++) {
      Line line = basket.lines().get(i);
      sum += line.ratePpm() == rate && line.eligible() == eligible ? nets[i] : 0;
    }
    return sum;
  }

  private static long[] withGroup(long[] least, long rate, long fixed, long most) {
    long[] next = new long[least.length];
    Arrays.fill(next, Long.MAX_VALUE / 2);
    long may = rate == 0 ? 0 : most;
    for (int cents = 0; cents < least.length; cents++) {
      for (int own = 0; own <= Math.min(may, cents); own++) {
        long tax = least[cents - own] + halfUp((fixed + own) * rate, MILLION);
        next[cents] = Math.min(next[cents], tax);
      }
    }
    return next;
  }

  private List<Integer> taxedEligible(long[] nets) {
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < nets.length; i++) {
      Line line = basket.lines().get(i);
      if (line.eligible() && line.ratePpm() > 0 && nets[i] > 0) {
        lines.add(i);
      }
    }
    return lines;
  }

  private long invoice(long[] bases) {
    long millionths = 0;
    for (int i = 0; i < bases.length; i++) {
      millionths += bases[i] * basket.lines().get(i).ratePpm();
    }
    return halfUp(millionths, MILLION);
  }

  /** The tax that is contained in what food benefits do not pay. */
  long containedTax(long[] bases) {
    BigInteger part = BigInteger.ZERO;
    BigInteger whole = BigInteger.ONE;
    long tax = 0;
    for (int i = 0; i < bases.length; i++) {
      long rate = basket.lines().get(i).ratePpm();
      long of = MILLION + rate;
      boolean first = firstOf(rate, i);
      switch (basket.mode()) {
        case VAT_ITEM -> tax += halfUp(bases[i] * rate, of);
        case VAT_RATE -> tax += first ? halfUp(sumOf(bases, rate) * rate, of) : 0;
        case VAT_INVOICE -> {
          BigInteger more = BigInteger.valueOf(bases[i] * rate);
          part = part.multiply(BigInteger.valueOf(of)).add(more.multiply(whole));
          whole = whole.multiply(BigInteger.valueOf(of));
        }
        case ITEM, RATE, INVOICE -> throw new IllegalStateException("tax comes on top");
      }
    }
    BigInteger two = BigInteger.TWO;
    return tax + part.multiply(two).add(whole).divide(whole.multiply(two)).longValueExact();
  }

  private boolean firstOf(long rate, int line) {
    return basket.lines().subList(0, line).stream().noneMatch(it -> it.ratePpm() == rate);
  }

  private long sumOf(long[] bases, long rate) {
    long sum = 0;
    for (int i = 0; i < bases.length; i++) {
      sum += basket.lines().get(i).ratePpm() == rate ? bases[i] : 0;
    }
    return sum;
  }

  /** What each tender pays of {@code total}, of which benefits pay {@code snap}. */
  long[] tenders(long total, long snap) {
    long[] paid = new long[basket.tenders().size()];
    long benefits = snap;
    long left = total - snap;
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < paid.length; i++) {
        Means means = basket.tenders().get(i);
        boolean open = means.limit() < 0;
        if (means.kind().equals("snap")) {
          if (round == 0) {
            paid[i] = open ? benefits : Math.min(benefits, means.limit());
            benefits -= paid[i];
          }
        } else if (open == (round == 1)) {
          paid[i] = open ? left : Math.min(left, means.limit());
          left -= paid[i];
        }
      }
    }
    return paid;
  }

  static long halfUp(long part, long whole) {
    long floor = part / whole;
    return 2 * (part - floor * whole) >= whole ? floor + 1 : floor;
  }
}
