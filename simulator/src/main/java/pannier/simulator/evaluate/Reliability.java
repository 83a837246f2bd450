package pannier.simulator.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Direction;
import pannier.simulator.world.Crossing;

/**
 * Whether what the cart holds for nine in ten comes true nine times in ten: its bookings and the
 * first answers that its questions offered, by the probability that it gave them.
 */
final class Reliability {
  /** The lower ends of the classes. */
  private static final double[] FROM = {0, 0.5, 0.8, 0.9, 0.98, 0.995};

  private static final long WITHIN_NANOS = 5_000_000_000L;

  /** Where the line between booking and asking may be drawn. */
  private static final double[] BOOK_FROM = {
    0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998, 0.999
  };

  private final List<Judged> judged = new ArrayList<>();

  private record Judged(double probability, boolean right) {}

  /**
   * What the cart took something for.
   *
   * @param nanos when it happened
   * @param probability that the cart gave it, 0 to 1
   */
  record Guess(long nanos, Direction direction, ProductId product, double probability) {
    private boolean isTrue(List<Crossing> crossings) {
      return crossings.stream()
          .anyMatch(
              each ->
                  each.direction() == direction
                      && each.product().equals(product)
                      && Math.abs(each.nanos() - nanos) < WITHIN_NANOS);
    }
  }

  void add(List<Guess> guesses, List<Crossing> crossings) {
    for (Guess guess : guesses) {
      judged.add(new Judged(guess.probability, guess.isTrue(crossings)));
    }
  }

  /** One object a class that was met: its lower end, how many there were, how many were right. */
  ArrayNode figures() {
    ArrayNode classes = new ObjectMapper().createArrayNode();
    for (int i = 0; i < FROM.length; i++) {
      double from = FROM[i];
      double below = i + 1 < FROM.length ? FROM[i + 1] : Double.POSITIVE_INFINITY;
      List<Judged> own =
          judged.stream().filter(j -> j.probability >= from && j.probability < below).toList();
      if (!own.isEmpty()) {
        classes.addObject().put("from", from).put("guesses", own.size()).put("right", right(own));
      }
    }
    return classes;
  }

  /**
   * How questions buy exactness: were everything booked that is at least so likely, the share of
   * guesses that would be asked about, and the share that would be booked wrong.
   */
  ArrayNode trade() {
    ArrayNode points = new ObjectMapper().createArrayNode();
    for (double from : BOOK_FROM) {
      List<Judged> booked = judged.stream().filter(j -> j.probability >= from).toList();
      double all = Math.max(1, judged.size());
      points
          .addObject()
          .put("book_from", from)
          .put("asked", (judged.size() - booked.size()) / all)
          .put("wrong", (booked.size() - right(booked)) / all);
    }
    return points;
  }

  private static int right(List<Judged> guesses) {
    return (int) guesses.stream().filter(Judged::right).count();
  }
}
