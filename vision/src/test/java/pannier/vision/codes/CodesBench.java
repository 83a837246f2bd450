package pannier.vision.codes;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.opencv.core.Mat;
import pannier.vision.codes.Scene.Kind;
import pannier.vision.codes.Symbols.Conditions;
import pannier.vision.opencv.OpenCv;
import pannier.vision.recognise.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The command {@code pannier codes-bench}: how many tracks of ten pictures are read rightly and how
 * many wrongly, and what single pictures give here, with ZXing alone and with OpenCV alone.
 *
 * <p>Half of the tracks show an EAN-13, the other half what may be mistaken for one. A twentieth as
 * many of each other symbology come on top.
 */
@Command(
    name = "codes-bench",
    description = "Measures the reading of codes on drawn symbols that are photographed badly.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class CodesBench implements Callable<Integer> {
  private static final int PICTURES = 10;

  /** The libraries alone see one picture of one track in so many: ZXing trying hard is slow. */
  private static final int PEERS_EACH = 5;

  /** Of each hundred tracks, so many show this. */
  private static final Map<Kind, Integer> SHARES =
      Map.of(Kind.EAN_13, 50, Kind.ITF, 13, Kind.GS1_128, 12, Kind.CODE_128, 5, Kind.TEXTURE, 20);

  private static final int SHARE_OF_OTHERS = 5;

  @Option(names = "--tracks", description = "How many tracks (default: ${DEFAULT-VALUE}).")
  private int tracks = 10_000;

  @Option(names = "--seed", description = "Of all chance (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "KIND",
      description = "These kinds alone: ${COMPLETION-CANDIDATES}.")
  private List<Kind> only = List.of(Kind.values());

  private final PrintStream out;
  private final Terminal terminal;

  CodesBench(PrintStream out, PrintStream err) {
    this.out = out;
    this.terminal = new Terminal(err);
  }

  /** Ends the JVM: with 1 when a wrong code was accepted. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CodesBench(System.out, System.err)).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    OpenCv.load();
    out.println(Tally.header());
    int wrong = 0;
    for (Kind kind : only) {
      int count = Math.max(1, tracks * SHARES.getOrDefault(kind, SHARE_OF_OTHERS) / 100);
      Tally tally = measure(kind, count, seed);
      wrong += tally.wrong();
      out.println(tally);
    }
    out.println("\"!\": how many wrong codes; one picture: before several must agree");
    return wrong == 0 ? 0 : 1;
  }

  /** The same tracks for the same kind and seed, whatever else is measured. */
  private Tally measure(Kind kind, int count, long seed) {
    Random random = random(kind, seed);
    Tally tally = new Tally(kind);
    try (CodeReader reader = new CodeReader(FineShop.printed());
        Peers peers = new Peers()) {
      for (int i = 1; i <= count; i++) {
        Scene scene = Scene.of(kind, random);
        List<Mat> track = track(kind, scene, random);
        tally.track(scene, reader, track);
        if (i % PEERS_EACH == 1) {
          tally.peers(scene, peers, track.getFirst());
        }
        release(scene, track);
        terminal.progress(
            "%s (%d read, %d wrong):".formatted(kind, tally.right(), tally.wrong()), i, count);
      }
    }
    return tally;
  }

  /** As in the command, but without the libraries alone. */
  static Tally measureOurs(Kind kind, int count, long seed) {
    Random random = random(kind, seed);
    Tally tally = new Tally(kind);
    try (CodeReader reader = new CodeReader(FineShop.printed())) {
      for (int i = 0; i < count; i++) {
        Scene scene = Scene.of(kind, random);
        List<Mat> track = track(kind, scene, random);
        tally.track(scene, reader, track);
        release(scene, track);
      }
    }
    return tally;
  }

  private static Random random(Kind kind, long seed) {
    return new Random(31 * seed + kind.name().hashCode());
  }

  private static List<Mat> track(Kind kind, Scene scene, Random random) {
    Conditions conditions =
        kind.isFine() ? FineShop.conditions(FineShop.BENCH_MODULE_PX) : Conditions.HARSH;
    List<Mat> track = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      track.add(Symbols.photographed(scene.drawn(), conditions, random));
    }
    return track;
  }

  private static void release(Scene scene, List<Mat> track) {
    track.forEach(Mat::release);
    scene.drawn().release();
  }
}
