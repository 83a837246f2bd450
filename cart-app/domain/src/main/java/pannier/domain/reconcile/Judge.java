package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.domain.reconcile.Explanation.Outcome;
import pannier.domain.reconcile.ReconcileConfig.Costs;
import pannier.domain.reconcile.Scene.Seeing;

/**
 * Chooses between booking, asking and holding by what each may be expected to cost. Weight alone
 * never books goods, and neither does what a code contradicts.
 */
final class Judge {
  private static final int MOST_CHOICES = 4;

  private final Costs costs;

  Judge(Costs costs) {
    this.costs = costs;
  }

  Verdict judge(Move move, List<Explanation> stories, Seeing cameras) {
    Map<Outcome, Double> outcomes = posterior(stories);
    List<Map.Entry<Outcome, Double>> ranked = new ArrayList<>(outcomes.entrySet());
    ranked.sort(Map.Entry.<Outcome, Double>comparingByValue().reversed());
    Outcome best = ranked.getFirst().getKey();
    double probability = Math.min(1, ranked.getFirst().getValue());
    Verdict.Weighed weighed =
        new Verdict.Weighed(
            first(stories, best), probability, ranked.subList(1, Math.min(2, ranked.size())));
    List<Candidate> choices = choices(ranked);
    double covered = choices.stream().mapToDouble(Candidate::probability).sum();
    double wrong =
        takesNote(best) ? costs.wrongBooking() * best.change().size() : costs.lostChange();
    double book = (1 - probability) * wrong;
    double ask = costs.question() + Math.max(0, 1 - covered) * costs.hold();
    boolean mayAsk = !choices.isEmpty() && mayAsk(move, cameras);
    Optional<String> against = against(move, best, cameras);
    if (against.isEmpty() && book <= costs.hold() && (book <= ask || !mayAsk)) {
      return new Verdict.Book(weighed);
    }
    if (mayAsk && ask <= costs.hold() && !contradicted(move, best)) {
      return new Verdict.Ask(weighed, likeliestSingle(ranked), choices);
    }
    return new Verdict.Hold(weighed, against.orElse("mass that nothing explains"));
  }

  private static boolean takesNote(Outcome outcome) {
    return !outcome.change().isEmpty();
  }

  private static Map<Outcome, Double> posterior(List<Explanation> stories) {
    double sum = 0;
    for (Explanation story : stories) {
      sum += story.score();
    }
    Map<Outcome, Double> outcomes = new LinkedHashMap<>();
    for (Explanation story : stories) {
      outcomes.merge(story.outcome(), story.score() / sum, Double::sum);
    }
    return outcomes;
  }

  private static Explanation first(List<Explanation> stories, Outcome outcome) {
    return stories.stream().filter(s -> s.outcome().equals(outcome)).findFirst().orElseThrow();
  }

  private static Outcome likeliestSingle(List<Map.Entry<Outcome, Double>> ranked) {
    return ranked.stream().map(Map.Entry::getKey).filter(Outcome::single).findFirst().orElseThrow();
  }

  /** The products that a question may offer: those of the likeliest answers of one direction. */
  private static List<Candidate> choices(List<Map.Entry<Outcome, Double>> ranked) {
    Map<ProductId, Double> products = new LinkedHashMap<>();
    int sign = 0;
    for (Map.Entry<Outcome, Double> entry : ranked) {
      if (entry.getKey().single()) {
        Map.Entry<ProductId, Integer> change = entry.getKey().change().entrySet().iterator().next();
        sign = sign == 0 ? Integer.signum(change.getValue()) : sign;
        if (sign == Integer.signum(change.getValue())) {
          products.merge(change.getKey(), entry.getValue(), Double::sum);
        }
      }
    }
    return products.entrySet().stream()
        .filter(e -> e.getValue() > 0.01)
        .map(e -> new Candidate(e.getKey(), Math.min(1, e.getValue())))
        .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
        .limit(MOST_CHOICES)
        .toList();
  }

  /**
   * What came in past cameras that saw nothing is held, for the question would invite an answer
   * that suits; what went out unseen, or was seen, can be asked about.
   */
  private static boolean mayAsk(Move move, Seeing cameras) {
    return move.seen() || move.netGrams() < 0 || cameras.installed() == 0;
  }

  /** Why the outcome may not be booked, however likely it is. */
  private static Optional<String> against(Move move, Outcome best, Seeing cameras) {
    if (best.strange()) {
      return Optional.of(strange(move));
    }
    if (takesNote(best) && !move.seen()) {
      return Optional.of(
          cameras.installed() == 0
              ? "weighed, and there is no camera to say what it is"
              : cameras.trusted().isEmpty()
                  ? "weighed while no camera could see it"
                  : "weighed, but no camera saw it");
    }
    return contradicted(move, best)
        ? Optional.of("its code names another product than its picture and weight")
        : Optional.empty();
  }

  private static String strange(Move move) {
    if (!move.seen()) {
      return move.offTheFloor()
          ? "something leans on the rim or hangs on the side"
          : "mass that nothing explains";
    }
    return "neither picture nor weight is of a product that the shop knows";
  }

  private static boolean contradicted(Move move, Outcome best) {
    for (Crossing crossing : move.crossings()) {
      Optional<ProductId> coded = crossing.coded().map(Product::id);
      if (coded.isPresent()
          && !best.change().isEmpty()
          && !best.change().containsKey(coded.get())) {
        return true;
      }
    }
    return false;
  }
}
