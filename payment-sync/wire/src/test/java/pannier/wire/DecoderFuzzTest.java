package pannier.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every decoder of bytes from the network takes what a seeded mutator makes of real messages: it
 * gives a message or refuses with its own exception, and nothing else. A short smoke by default;
 * {@code -Dpannier.fuzz.inputs=1000000} is the long run.
 */
class DecoderFuzzTest {
  private static final int INPUTS = Integer.getInteger("pannier.fuzz.inputs", 2_000);
  private static final long SEED = Long.getLong("pannier.fuzz.seed", 1);
  private static final int MOST_GROWTH = 64;
  private static final Path KEPT = Path.of("src/test/fuzz");

  @TestFactory
  Stream<DynamicTest> decoderGivesAMessageOrRefuses() throws IOException {
    return FuzzTargets.all().stream().map(target -> dynamicTest(target.name(), () -> fuzz(target)));
  }

  /** What Jazzer found to reach new code ({@code ./pannier fuzz}), kept small. */
  @TestFactory
  Stream<DynamicTest> keptInputsAreReadOrRefused() throws IOException {
    return FuzzTargets.all().stream()
        .map(target -> dynamicTest(target.name(), () -> replay(target)));
  }

  private static void replay(FuzzTargets.Target target) throws IOException {
    Path folder = KEPT.resolve(target.name());
    try (Stream<Path> kept = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      for (Path file : kept.toList()) {
        byte[] input = Files.readAllBytes(file);
        try {
          target.decoder().read(input);
        } catch (MalformedMessageException e) {
          assertTrue(String.valueOf(e.getMessage()).lines().count() == 1, file::toString);
        }
      }
    }
  }

  private static void fuzz(FuzzTargets.Target target) {
    SplittableRandom random = new SplittableRandom(SEED);
    int read = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = mutated(target.corpus(), random);
      try {
        target.decoder().read(input);
        read++;
      } catch (MalformedMessageException e) {
        assertTrue(String.valueOf(e.getMessage()).lines().count() == 1, "one line");
      } catch (RuntimeException e) {
        throw new AssertionError(
            "input %d of seed %d: %s".formatted(i, SEED, java.util.HexFormat.of().formatHex(input)),
            e);
      }
    }
    assertTrue(read < INPUTS, "the mutator changes what matters");
  }

  private static byte[] mutated(List<byte[]> corpus, SplittableRandom random) {
    byte[] bytes = corpus.get(random.nextInt(corpus.size())).clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> flipped(bytes, at, random);
            case 1 -> set(bytes, at, random.nextInt(256));
            case 2 -> java.util.Arrays.copyOf(bytes, at); // cut off
            case 3 -> spliced(bytes, at, noise(random));
            case 4 -> spliced(bytes, at, part(corpus, random));
            default -> set(bytes, at, extreme(random));
          };
    }
    return bytes;
  }

  private static byte[] flipped(byte[] bytes, int at, SplittableRandom random) {
    return set(bytes, at, bytes[at] ^ (1 << random.nextInt(8)));
  }

  private static byte[] set(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
  }

  /** Heads of CBOR that promise much: long strings, arrays, maps, tags, floats, breaks. */
  private static int extreme(SplittableRandom random) {
    int[] heads = {0x1b, 0x3b, 0x5b, 0x5f, 0x7b, 0x7f, 0x9b, 0x9f, 0xbb, 0xbf, 0xdb, 0xfb, 0xff};
    return heads[random.nextInt(heads.length)];
  }

  private static byte[] noise(SplittableRandom random) {
    byte[] noise = new byte[random.nextInt(MOST_GROWTH)];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] part(List<byte[]> corpus, SplittableRandom random) {
    byte[] other = corpus.get(random.nextInt(corpus.size()));
    int from = random.nextInt(other.length);
    int to = Math.min(other.length, from + random.nextInt(MOST_GROWTH));
    return java.util.Arrays.copyOfRange(other, from, to);
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] inserted) {
    List<byte[]> parts = new ArrayList<>(List.of(java.util.Arrays.copyOf(bytes, at), inserted));
    parts.add(java.util.Arrays.copyOfRange(bytes, at, bytes.length));
    byte[] whole = new byte[bytes.length + inserted.length];
    int to = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, to, part.length);
      to += part.length;
    }
    return whole;
  }
}
