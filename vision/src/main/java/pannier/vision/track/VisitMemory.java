package pannier.vision.track;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.vision.motion.Foreground;
import pannier.vision.motion.QuietScene;
import pannier.vision.motion.Reference;
import pannier.vision.motion.SmallPicture;
import pannier.vision.rim.RimMap;

/**
 * The large arrays of one visit after the other, so that none leaves them behind. Who begins a
 * visit is through with the one before it. Used by one thread.
 */
public final class VisitMemory {
  /** Two seconds of looks; a longer visit takes more, but only while it lasts. */
  private static final int MOST_PICTURES = 64;

  private final RimMap rim;
  private final Foreground foreground;
  private final Reference before;
  private final Reference after;
  private final SceneComparison comparison;
  private final long[] cellNanos;
  private final List<SmallPicture> pictures = new ArrayList<>();
  private int lent;
  private @Nullable QuietScene spare;

  /** For scenes as large as this one. */
  public VisitMemory(RimMap rim, QuietScene scene) {
    this.rim = rim;
    foreground = new Foreground(scene.widthCells(), scene.heightCells());
    before = new Reference(scene, 0);
    after = new Reference(scene, 0);
    comparison = new SceneComparison(before, after, rim);
    cellNanos = new long[scene.cells()];
  }

  /** A visit to this scene begins. */
  void begin(QuietScene scene, float sigmaLevels) {
    spare = before.scene() == scene ? null : before.scene();
    before.renew(scene, sigmaLevels);
    lent = 0;
    if (pictures.size() > MOST_PICTURES) {
      pictures.subList(MOST_PICTURES, pictures.size()).clear();
    }
  }

  /** A copy of a picture, good as long as the visit is. */
  SmallPicture copy(SmallPicture picture) {
    if (lent == pictures.size()) {
      pictures.add(picture.copy());
    } else {
      pictures.set(lent, SmallPicture.copy(picture, pictures.get(lent)));
    }
    return pictures.get(lent++);
  }

  /** A scene of which only one picture is known, good until the visit after the next begins. */
  QuietScene scene(SmallPicture first) {
    QuietScene old = spare;
    if (old == null) {
      return new QuietScene(first);
    }
    spare = null;
    old.startAgain(first);
    return old;
  }

  RimMap rim() {
    return rim;
  }

  Foreground foreground() {
    return foreground;
  }

  Reference before() {
    return before;
  }

  Reference after() {
    return after;
  }

  SceneComparison comparison() {
    return comparison;
  }

  /** A time for each cell. */
  long[] cellNanos() {
    return cellNanos;
  }
}
