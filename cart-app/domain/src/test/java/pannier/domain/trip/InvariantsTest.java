package pannier.domain.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import pannier.domain.basket.Basket;
import pannier.domain.mass.Mass;
import pannier.domain.reconcile.Decision;

/** What holds whatever shoppers do and sensors say; each try is a trip of its own. */
class InvariantsTest {
  private static final String[] NAMES = {"water", "soy", "apple", "milk", "gum"};
  private static final double[] GRAMS = {521, 520, 170, 1035, 30};
  private static final String PRODUCTS =
      "water 521 3; soy 520 5; apple 170 18; milk 1035 5; gum 30 1";

  private final Shop shop = Shop.of(PRODUCTS);

  @Property(tries = 15)
  void whatGoesInAndComesOutLeavesNothing(@ForAll @LongRange(min = 0, max = 999) long seed) {
    Random random = new Random(seed);
    int kind = random.nextInt(NAMES.length);
    double grams = GRAMS[kind] + random.nextGaussian() * 0.02 * GRAMS[kind];
    double sure = 0.7 + random.nextDouble() * 0.29;
    double pause = 1.2 + random.nextDouble() * 4;
    Shop.Outcome outcome =
        shop.play(
            String.format(
                Locale.ROOT,
                "2 in %s:%.2f; 2.6 +%.1f; %.2f -%.1f; %.2f out %s:%.2f",
                NAMES[kind],
                sure,
                grams,
                2.6 + pause,
                grams,
                2.8 + pause,
                NAMES[kind],
                sure));
    assertTrue(outcome.state().basket().isEmpty(), outcome::toString);
    assertEquals(List.of(), outcome.state().open(), outcome::toString);
  }

  @Property(tries = 40)
  void anyTripLeavesALegalState(@ForAll @LongRange(min = 0, max = 2499) long seed) {
    Shop.Outcome outcome = shop.play(scenario(new Random(seed)), seed);
    assertEquals(booked(outcome.decisions()), outcome.state().basket(), outcome::toString);
    assertNumbered(outcome.decisions());
    assertEquals(
        outcome.state().open().isEmpty(),
        outcome.state().trip() instanceof TripState.Shopping,
        outcome::toString);
  }

  @Property(tries = 40)
  void whatTheScaleHoldsIsOnALineOrInAHold(@ForAll @LongRange(min = 0, max = 2499) long seed) {
    Shop.Outcome outcome = shop.play(scenario(new Random(seed)), seed);
    double measured = outcome.state().watch().scale().level().orElse(Mass.ZERO).grams();
    double known = outcome.state().basket().mass().grams() + held(outcome);
    // A removal is looked into when it leaves ten grams; two are the scale's.
    assertEquals(measured, known, 12, outcome::toString);
  }

  @Property(tries = 5)
  void theSameRecordsGiveTheSameDecisions(@ForAll @LongRange(min = 0, max = 2499) long seed) {
    Shop.Outcome first = shop.play(scenario(new Random(seed)), seed);
    Shop.Outcome again = shop.replay(first.records());
    assertEquals(first.decisions(), again.decisions());
    assertEquals(first.state(), again.state());
  }

  /** Some moves: honest, hidden, mistaken, abandoned, one or two at a time. */
  private static String scenario(Random random) {
    StringBuilder text = new StringBuilder();
    List<Integer> inside = new ArrayList<>();
    double at = 1;
    for (int i = 0; i < 6; i++) {
      at += 0.8 + random.nextDouble() * 3;
      int kind = random.nextInt(NAMES.length);
      switch (random.nextInt(8)) {
        case 0, 1, 2, 3 -> {
          in(text, at, kind, random);
          inside.add(kind);
        }
        case 4, 5 -> {
          if (!inside.isEmpty()) {
            out(text, at, inside.removeLast(), random);
          }
        }
        case 6 -> add(text, String.format(Locale.ROOT, "%.2f +%d", at, 40 + random.nextInt(900)));
        default -> add(text, String.format(Locale.ROOT, "%.2f in %s:0.9", at, NAMES[kind]));
      }
    }
    return text.toString();
  }

  private static void in(StringBuilder text, double at, int kind, Random random) {
    seen(text, at, "in", kind, random);
    add(
        text,
        String.format(Locale.ROOT, "%.2f +%.1f", at + 0.3 + random.nextDouble(), GRAMS[kind]));
  }

  private static void out(StringBuilder text, double at, int kind, Random random) {
    add(text, String.format(Locale.ROOT, "%.2f -%.1f", at, GRAMS[kind]));
    seen(text, at + 0.1 + random.nextDouble() * 0.5, "out", kind, random);
  }

  private static void seen(StringBuilder text, double at, String way, int kind, Random random) {
    int other = random.nextInt(NAMES.length);
    double sure = 0.3 + random.nextDouble() * 0.65;
    if (other == kind) {
      add(text, String.format(Locale.ROOT, "%.2f %s %s:%.2f", at, way, NAMES[kind], sure));
    } else {
      add(
          text,
          String.format(
              Locale.ROOT,
              "%.2f %s %s:%.2f %s:%.2f",
              at,
              way,
              NAMES[kind],
              sure,
              NAMES[other],
              0.95 - sure));
    }
  }

  private static void add(StringBuilder text, String event) {
    text.append(event).append(';');
  }

  /** The basket that the decisions alone make. */
  private static Basket booked(List<Decision> decisions) {
    Basket basket = Basket.EMPTY;
    for (Decision decision : decisions) {
      if (decision instanceof Decision.Added a) {
        basket = basket.plus(a.product(), a.pieces(), a.mass());
      } else if (decision instanceof Decision.Removed r) {
        basket = basket.minus(r.product(), r.pieces(), r.mass().times(-1));
      }
    }
    return basket;
  }

  private static void assertNumbered(List<Decision> decisions) {
    for (int i = 0; i < decisions.size(); i++) {
      assertEquals(i + 1, decisions.get(i).number());
    }
  }

  private static double held(Shop.Outcome outcome) {
    Map<Integer, Double> open = new HashMap<>();
    for (Decision decision : outcome.state().open()) {
      switch (decision) {
        case Decision.Asked asked -> open.put(asked.number(), asked.change().mass().grams());
        case Decision.Held held -> open.put(held.number(), held.mass().grams());
        case Decision.Added _, Decision.Removed _, Decision.Resolved _ -> {}
      }
    }
    return open.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
