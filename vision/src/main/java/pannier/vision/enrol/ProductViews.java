package pannier.vision.enrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.opencv.core.Mat;

/**
 * Gathers the best views of one product while somebody turns it before a camera. Each view is
 * judged at once, so that the screen can say what to do. Used by one thread at a time.
 */
public final class ProductViews {
  private final Function<Mat, float[]> embedder;
  private final ViewRules rules;
  private final List<Kept> kept = new ArrayList<>();
  private int sinceNews;

  private static final class Kept {
    private final Look look;
    private final float[] embedding;

    Kept(Look look, float[] embedding) {
      this.look = look;
      this.embedding = embedding;
    }

    double likeness(Kept other) {
      double sum = 0;
      for (int i = 0; i < embedding.length; i++) {
        sum += (double) embedding[i] * other.embedding[i];
      }
      return sum;
    }
  }

  /**
   * Starts without any view.
   *
   * @param embedder gives an embedding of length 1; asked only for views that are fit
   */
  public ProductViews(Function<Mat, float[]> embedder, ViewRules rules) {
    this.embedder = embedder;
    this.rules = rules;
  }

  /**
   * Judges a view, and keeps it if it is fit and shows something new.
   *
   * @param bgr 8-bit BGR of the product with some margin; not changed, and not kept
   */
  public Progress offer(Mat bgr) {
    Look look = Look.of(bgr);
    Optional<Refusal> fault = look.fault();
    if (fault.isEmpty() && kept.stream().anyMatch(view -> look.isCoveredBeside(view.look))) {
      fault = Optional.of(Refusal.COVERED);
    }
    if (fault.isPresent()) {
      return progress(fault);
    }
    Optional<Refusal> alike = add(new Kept(look, embedder.apply(bgr)));
    sinceNews = alike.isEmpty() ? 0 : sinceNews + 1;
    return progress(alike);
  }

  private Progress progress(Optional<Refusal> refusal) {
    boolean all = sinceNews >= rules.stale() || kept.size() == rules.most();
    return new Progress(refusal, kept.size(), all && kept.size() >= rules.least());
  }

  private Optional<Refusal> add(Kept view) {
    int nearest = nearest(view, -1);
    if (nearest >= 0 && view.likeness(kept.get(nearest)) >= rules.alike()) {
      if (view.look.detail().sharpness() > kept.get(nearest).look.detail().sharpness()) {
        kept.set(nearest, view); // the same side, seen better
      }
      return Optional.of(Refusal.TOO_ALIKE);
    }
    // One that a hand covered could be told only now that a clear one is there.
    kept.removeIf(other -> other.look.isCoveredBeside(view.look));
    kept.add(view);
    if (kept.size() <= rules.most()) {
      return Optional.empty();
    }
    int least = leastNews();
    boolean own = least == kept.size() - 1;
    kept.remove(least);
    return own ? Optional.of(Refusal.TOO_ALIKE) : Optional.empty();
  }

  /** The view nearest to another: what is left when it goes covers the product best. */
  private int leastNews() {
    int least = 0;
    double most = -2;
    for (int i = 0; i < kept.size(); i++) {
      double likeness = kept.get(i).likeness(kept.get(nearest(kept.get(i), i)));
      if (likeness >= most) {
        most = likeness;
        least = i;
      }
    }
    return least;
  }

  private int nearest(Kept view, int but) {
    int nearest = -1;
    double most = -2;
    for (int i = 0; i < kept.size(); i++) {
      double likeness = view.likeness(kept.get(i));
      if (i != but && likeness > most) {
        most = likeness;
        nearest = i;
      }
    }
    return nearest;
  }

  /** Copies of the embeddings of what was kept, oldest first. */
  public List<float[]> references() {
    return kept.stream().map(view -> view.embedding.clone()).toList();
  }
}
