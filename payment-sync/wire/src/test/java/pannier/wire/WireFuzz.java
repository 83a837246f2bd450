package pannier.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where Jazzer comes in ({@code ./pannier fuzz}): one decoder, named by the target's argument. It
 * needs nothing of Jazzer itself.
 */
public final class WireFuzz {
  private static FuzzTargets.Decoder decoder = bytes -> {};

  private WireFuzz() {}

  /** Chooses the decoder. */
  public static void fuzzerInitialize(String[] arguments) throws IOException {
    decoder = target(arguments[0]).decoder();
  }

  /** One input: anything but a message or a refusal is a find. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      decoder.read(input);
    } catch (MalformedMessageException e) {
      // as it should be
    }
  }

  /**
   * Writes a decoder's real messages as seeds, or lists the decoders.
   *
   * @param arguments nothing, or a decoder's name and a folder
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      FuzzTargets.all().forEach(target -> System.out.println(target.name()));
      return;
    }
    if (FuzzTargets.all().stream().noneMatch(it -> it.name().equals(arguments[0]))) {
      System.err.println("'%s' is no decoder; ./pannier fuzz lists them".formatted(arguments[0]));
      System.exit(2);
    }
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    List<byte[]> seeds = target(arguments[0]).corpus();
    for (int i = 0; i < seeds.size(); i++) {
      Files.write(folder.resolve("seed-" + i), seeds.get(i));
    }
  }

  private static FuzzTargets.Target target(String name) throws IOException {
    return FuzzTargets.all().stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IOException("no decoder " + name));
  }
}
