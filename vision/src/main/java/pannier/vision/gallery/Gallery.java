package pannier.vision.gallery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Candidate;
import pannier.vision.embed.EmbeddingModel;

/**
 * The products a cart can tell, each with one or more reference embeddings, calibrated from them.
 * Immutable and safe for any thread; a change makes another gallery.
 */
public final class Gallery {
  private final References references;
  private final List<float[]> backgrounds;
  private final GalleryRules rules;
  private final Calibration calibration;
  private final Scorer scorer;
  private final Claim claim;

  private Gallery(
      References references,
      List<float[]> backgrounds,
      GalleryRules rules,
      @Nullable Calibration known) {
    EmbeddingMatrix behind = new EmbeddingMatrix(backgrounds, references.matrix().dimensions());
    this.references = references;
    this.backgrounds = List.copyOf(backgrounds);
    this.rules = rules;
    this.calibration = known == null ? Calibration.of(references, behind, rules) : known;
    this.scorer =
        new Scorer(
            references,
            behind,
            calibration.basis(),
            calibration.handicap(),
            new Pooling(rules.pooling()));
    this.claim = new Claim(rules, calibration.handicap());
  }

  /**
   * A gallery of these references.
   *
   * @param references at least one product, each with at least one embedding of length 1
   * @param backgrounds embeddings of pictures that show no product; may be empty
   * @throws IllegalArgumentException when there is no product, or embeddings differ in length
   */
  public static Gallery of(
      SortedMap<ProductId, List<float[]>> references,
      List<float[]> backgrounds,
      GalleryRules rules) {
    return new Gallery(new References(references), backgrounds, rules, null);
  }

  /** As {@link #of}, with a calibration from before when it rests on the same basis. */
  static Gallery calibrated(
      References references,
      List<float[]> backgrounds,
      GalleryRules rules,
      Calibration stored,
      byte[] basis) {
    boolean fits = Arrays.equals(basis, basis(backgrounds, rules));
    return new Gallery(references, backgrounds, rules, fits ? stored : null);
  }

  /** What, beside the references, the calibration rests on: rules and backgrounds. */
  byte[] basis() {
    return basis(backgrounds, rules);
  }

  private static byte[] basis(List<float[]> backgrounds, GalleryRules rules) {
    StringBuilder text = new StringBuilder(rules.toString());
    backgrounds.forEach(background -> text.append(Arrays.toString(background)));
    return HexFormat.of()
        .parseHex(EmbeddingModel.sha256(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * This gallery with more references of one product, which it may know already. References that it
   * has are not taken twice.
   */
  public Gallery with(ProductId product, List<float[]> more) {
    SortedMap<ProductId, List<float[]>> all = references();
    add(all, product, more);
    return of(all, backgrounds, rules);
  }

  /**
   * This gallery without that product.
   *
   * @throws IllegalArgumentException when it does not have it, or has nothing else
   */
  public Gallery without(ProductId product) {
    SortedMap<ProductId, List<float[]>> all = references();
    if (all.remove(product) == null) {
      throw new IllegalArgumentException("no product " + product + " is enrolled");
    }
    return of(all, backgrounds, rules);
  }

  /**
   * A gallery of some of these products.
   *
   * @throws IllegalArgumentException when it has none of them
   */
  public Gallery only(Collection<ProductId> products) {
    SortedMap<ProductId, List<float[]>> some = references();
    some.keySet().retainAll(Set.copyOf(products));
    return of(some, backgrounds, rules);
  }

  /** The products and references of both, made with one model. */
  public Gallery merge(Gallery other) {
    SortedMap<ProductId, List<float[]>> all = references();
    other.references().forEach((product, own) -> add(all, product, own));
    return of(all, backgrounds, rules);
  }

  private static void add(
      SortedMap<ProductId, List<float[]>> all, ProductId product, List<float[]> more) {
    List<float[]> own = all.computeIfAbsent(product, any -> new ArrayList<>());
    for (float[] embedding : more) {
      if (own.stream().noneMatch(known -> Arrays.equals(known, embedding))) {
        own.add(embedding);
      }
    }
  }

  /** In the order of their names. */
  public List<ProductId> products() {
    return references.products();
  }

  /** How many reference embeddings there are. */
  public int size() {
    return references.matrix().rows();
  }

  public int dimensions() {
    return references.matrix().dimensions();
  }

  /** Copies of the reference embeddings. */
  public SortedMap<ProductId, List<float[]>> references() {
    return references.byProduct();
  }

  Calibration calibration() {
    return calibration;
  }

  Scores scores(float[] embedding) {
    return scorer.of(embedding);
  }

  /** What one picture shows. */
  public Match match(float[] embedding) {
    Scores scores = scorer.of(embedding);
    return match(scores.products(), claim(scores), rules.temperature());
  }

  /**
   * What several pictures of one item show: the means of their scores and claims by quality, so
   * that one lucky view does not outvote several fair ones. Several views that agree say more than
   * one does, and poor ones say little, however far their scores lie apart.
   *
   * @param views at least one
   */
  public Match match(List<View> views) {
    double total = views.stream().mapToDouble(View::weight).sum();
    double squares = views.stream().mapToDouble(view -> view.weight() * view.weight()).sum();
    double best = views.stream().mapToDouble(View::weight).max().orElseThrow();
    double[] scores = new double[products().size()];
    double strength = 0;
    for (View view : views) {
      Scores own = scorer.of(view.embedding());
      double share = view.weight() / total;
      strength += share * claim(own);
      for (int product = 0; product < scores.length; product++) {
        scores[product] += share * own.products()[product];
      }
    }
    double effective = total * total / squares;
    double trust = rules.views().trust(effective, best);
    return match(scores, strength, rules.temperature() * trust);
  }

  private double claim(Scores scores) {
    return claim.of(scores.products(), scores.backgrounds());
  }

  private Match match(double[] scores, double strength, double temperature) {
    double known = calibration.curve().known(strength);
    double unknown = calibration.curve().unknown(strength);
    double[] shares = calibration.lookAlikes().blurred(shares(scores, temperature), unknown);
    List<Candidate> candidates = new ArrayList<>();
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer product) -> -shares[product]))
        .forEach(
            product ->
                candidates.add(
                    new Candidate(references.products().get(product), known * shares[product])));
    return new Match(candidates, unknown);
  }

  /** Log odds between two products are the temperature times the difference of their scores. */
  static double[] shares(double[] scores, double temperature) {
    double best = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      best = Math.max(best, score);
    }
    double[] shares = new double[scores.length];
    double sum = 0;
    for (int product = 0; product < scores.length; product++) {
      shares[product] = Exponential.of(temperature * (scores[product] - best));
      sum += shares[product];
    }
    for (int product = 0; product < scores.length; product++) {
      shares[product] /= sum;
    }
    return shares;
  }
}
