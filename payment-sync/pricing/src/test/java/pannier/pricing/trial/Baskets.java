package pannier.pricing.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pannier.pricing.trial.Basket.Line;
import pannier.pricing.trial.Basket.Means;
import pannier.pricing.trial.Basket.Mode;
import pannier.pricing.trial.Basket.Offer;

/** Draws baskets. Small amounts, so that halves, ties and limits that just suffice are frequent. */
final class Baskets {
  private static final long[] RATES_PPM = {0, 0, 82_500, 82_500, 70_000, 88_750, 5_000, 190_000};
  private static final List<String> KINDS = List.of("ebt_cash", "gift", "credit", "card", "cash");

  private final SplittableRandom random;

  Baskets(long seed) {
    random = new SplittableRandom(seed);
  }

  Basket next() {
    Mode mode = pick(List.of(Mode.values()));
    int size = 1 + random.nextInt(random.nextInt(4) == 0 ? 6 : 4);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      lines.add(line());
    }
    long mixPrice = random.nextInt(3) == 0 ? 0 : 20 + random.nextInt(160);
    long billOff = random.nextInt(8) == 0 ? random.nextInt(150) : 0;
    return new Basket(lines, tenders(), mode, mixPrice, billOff);
  }

  private Line line() {
    boolean byMass = random.nextInt(4) == 0;
    long price = byMass ? 1 + random.nextInt(400) : random.nextInt(80);
    long shelf = random.nextInt(4) == 0 ? Math.max(0, price - 5 + random.nextInt(10)) : price;
    int pieces = byMass ? 1 : 1 + random.nextInt(random.nextInt(5) == 0 ? 7 : 2);
    long grams = byMass ? random.nextInt(300) : -1;
    long rate = RATES_PPM[random.nextInt(RATES_PPM.length)];
    boolean eligible = random.nextInt(3) > 0;
    long deposit = random.nextInt(4) == 0 ? random.nextInt(25) : 0;
    long law = random.nextBoolean() ? deposit : deposit / 2;
    Offer offer = offer(byMass);
    long value = offer == Offer.PERCENT ? random.nextInt(101) : random.nextInt(60);
    return new Line(price, shelf, pieces, grams, rate, eligible, deposit, law, offer, value);
  }

  private Offer offer(boolean byMass) {
    if (random.nextInt(2) == 0) {
      return Offer.NONE;
    }
    Offer offer = pick(List.of(Offer.values()));
    boolean counts = offer == Offer.THREE_FOR_TWO || offer == Offer.MIX;
    return byMass && counts ? Offer.NONE : offer;
  }

  private List<Means> tenders() {
    List<Means> tenders = new ArrayList<>();
    int many = random.nextInt(5);
    for (int i = 0; i < many; i++) {
      String kind = random.nextInt(3) == 0 ? "snap" : pick(KINDS);
      long limit = random.nextInt(4) == 0 ? -1 : random.nextInt(250);
      tenders.add(new Means(kind, limit));
    }
    return tenders;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
