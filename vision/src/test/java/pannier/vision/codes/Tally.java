package pannier.vision.codes;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.opencv.core.Mat;
import pannier.domain.evidence.Code;
import pannier.vision.codes.Scene.Kind;

/** What came of the tracks of one kind. */
final class Tally {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Kind kind;
  private final Count tracks = new Count();
  private final Count pictures = new Count();
  private final Count zxing = new Count();
  private final Count openCv = new Count();
  private long nanos;

  Tally(Kind kind) {
    this.kind = kind;
  }

  /** How often something was read rightly, wrongly, or looked at. */
  private static final class Count {
    private int all;
    private int right;
    private int wrong;

    void add(boolean isRight, boolean isWrong) {
      all++;
      right += isRight ? 1 : 0;
      wrong += isWrong ? 1 : 0;
    }

    double percentRight() {
      return 100.0 * right / all;
    }
  }

  int right() {
    return tracks.right;
  }

  int wrong() {
    return tracks.wrong;
  }

  /** Reads a track as a cart does. Time is this thread's own: other programs do not count. */
  void track(Scene scene, CodeReader reader, List<Mat> track) {
    CodeVote vote = new CodeVote();
    for (Mat picture : track) {
      Set<Code> read = timed(() -> reader.read(picture));
      vote.add(read);
      count(pictures, scene, kind.isFine() ? reader.readPrinted(picture) : read);
    }
    List<Code> accepted = vote.accepted();
    count(tracks, scene, accepted.isEmpty() ? timed(() -> reader.fine(track)) : accepted);
  }

  private <T> T timed(Supplier<T> work) {
    long started = THREADS.getCurrentThreadCpuTime();
    T done = work.get();
    nanos += THREADS.getCurrentThreadCpuTime() - started;
    return done;
  }

  private static void count(Count count, Scene scene, Collection<Code> read) {
    boolean right = scene.code().filter(read::contains).isPresent();
    count.add(right, read.size() > (right ? 1 : 0));
  }

  /** Shows one picture to the libraries alone. */
  void peers(Scene scene, Peers peers, Mat picture) {
    count(zxing, scene, peers.zxing(picture).orElse(""));
    count(openCv, scene, peers.openCv(picture, kind).orElse(""));
  }

  /** Brackets and leading zeros do not count. */
  private static void count(Count count, Scene scene, String text) {
    boolean right = scene.code().filter(code -> bare(code.text()).equals(bare(text))).isPresent();
    count.add(right, !text.isEmpty() && !right);
  }

  private static String bare(String text) {
    return text.replaceAll("[^0-9A-Za-z]", "").replaceFirst("^0", "");
  }

  static String header() {
    return "%-24s %6s %8s %5s | %14s %14s %14s | %7s"
        .formatted("", "tracks", "read", "wrong", "one picture", "ZXing", "OpenCV", "ms each");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-24s %6d %7.2f%% %5d | %s %s %s | %7.2f",
        kind,
        tracks.all,
        tracks.percentRight(),
        tracks.wrong,
        share(pictures),
        share(zxing),
        share(openCv),
        nanos / 1e6 / pictures.all);
  }

  private static String share(Count count) {
    return String.format(Locale.ROOT, "%6.2f%% %6s", count.percentRight(), "!" + count.wrong);
  }
}
