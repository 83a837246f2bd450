package pannier.simulator.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pannier.simulator.enrolment.ShopGallery;
import pannier.simulator.shop.DemoShop;
import pannier.vision.Recogniser;
import pannier.vision.codes.PrintedCodes;
import pannier.vision.embed.Embedder;
import pannier.vision.embed.EmbeddingModel;
import pannier.vision.opencv.OpenCv;
import pannier.vision.recognise.ProductRecogniser;

/**
 * Frames in which something happens and frames in which nothing does: decoded only, watched by the
 * project, and by what such a cart would be built of otherwise. Whoever recognises does so with the
 * same crops.
 */
final class FrameContest {
  /** The quiet frames that are not timed: noise meters and compilers warm up on them. */
  private static final int LEAD = 30;

  private static final int PHOTOS_EACH = 8;

  private final Path folder;
  private final ProductRecogniser recogniser;
  private final Embedder bare;
  private final AtomicInteger crops = new AtomicInteger();
  private @Nullable Watched watched;

  private FrameContest(Path folder, ProductRecogniser recogniser, Embedder bare) {
    this.folder = folder;
    this.recogniser = recogniser;
    this.bare = bare;
  }

  /** How a run over the clip goes. */
  record Course(int from, int until, int crops) {
    int frames() {
      return until - from;
    }
  }

  static Contest open(Path folder) throws IOException {
    OpenCv.load();
    FrameContest contest =
        new FrameContest(folder, recogniser(), Embedder.open(EmbeddingModel.bundled()));
    Course active = contest.course();
    Course idle = new Course(LEAD, Clip.QUIET_FRAMES, 0);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(contest.watching("active", active, contest::see));
    contenders.add(contest.watching("active decode", active, () -> Watched.decoding(folder)));
    contenders.add(contest.watching("active peer", active, () -> Watched.subtracting(folder)));
    contenders.add(contest.watching("idle", idle, contest::see));
    contenders.add(contest.watching("idle decode", idle, () -> Watched.decoding(folder)));
    contenders.add(contest.watching("idle MOG2", idle, () -> Watched.subtracting(folder)));
    contenders.add(Contender.of("invoke", contest::invoke));
    return new Contest(contenders, contest::close);
  }

  /** With the gallery of a small shop. OpenCV must have been loaded. */
  static ProductRecogniser recogniser() throws IOException {
    return new ProductRecogniser(
        Embedder.open(EmbeddingModel.bundled()),
        new ShopGallery(DemoShop.articles(), PHOTOS_EACH).open(1, (done, of) -> {}),
        PrintedCodes.none());
  }

  /** From the first active frame to the one after the last, in which its visit is judged. */
  private Course course() throws IOException {
    int from = -1;
    int until = 0;
    try (Watched seeing = see()) {
      for (int frame = 0; !seeing.over(); frame++) {
        if (seeing.report().active()) {
          from = from < 0 ? frame : from;
          until = frame + 2;
        }
      }
    }
    return new Course(from, until, crops.getAndSet(0));
  }

  private Watched see() throws IOException {
    Recogniser counting =
        shown -> {
          crops.addAndGet(shown.size());
          return recogniser.recognise(shown);
        };
    return Watched.seeing(folder, counting);
  }

  private Contender watching(String name, Course course, Callable<Watched> way) {
    boolean peer = name.endsWith("peer");
    return new Contender(
        name,
        course.frames(),
        () -> {
          closeWatched();
          Watched next = way.call();
          watched = next;
          return next.frames(course.from());
        },
        () -> {
          for (int i = 0; peer && i < course.crops(); i++) {
            bare.invoke();
          }
          return current().frames(course.frames());
        });
  }

  private Watched current() {
    Watched current = watched;
    if (current == null) {
      throw new IllegalStateException("nothing was prepared");
    }
    return current;
  }

  private Object invoke() {
    bare.invoke();
    return bare;
  }

  private void closeWatched() {
    if (watched != null) {
      watched.close();
      watched = null;
    }
  }

  private void close() {
    closeWatched();
    bare.close();
    recogniser.close();
  }
}
