package pannier.app.scale;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import pannier.app.BadInputException;

/**
 * What changed the weighing, one line of JSON each, each with the SHA-256 of the line before it: a
 * line that was changed, moved or taken out breaks the chain.
 *
 * <p>Cutting off its end leaves a whole chain. That shows by the counters and the head that each
 * bill carries to the gate.
 */
public final class AuditLog {
  /** What stands before the first line. */
  static final String NOTHING = "0".repeat(64);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final List<Entry> entries;

  private AuditLog(Path file, List<Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /** What was changed. */
  enum Kind {
    CALIBRATION,
    CONFIGURATION
  }

  /** One line: the digest is that of its bytes without the digest's own member. */
  record Entry(Kind kind, JsonNode detail, String digest) {}

  /**
   * @throws BadInputException if the chain is broken, with the line at which it is
   */
  public static AuditLog open(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    if (Files.exists(file)) {
      String before = NOTHING;
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        Entry entry = entry(file, ++number, line, before);
        entries.add(entry);
        before = entry.digest();
      }
    }
    return new AuditLog(file, entries);
  }

  private static Entry entry(Path file, int number, String line, String before)
      throws BadInputException {
    try {
      ObjectNode node = (ObjectNode) MAPPER.readTree(line);
      String digest = node.path("digest").asText();
      node.remove("digest");
      boolean follows =
          node.path("n").asInt() == number
              && node.path("previous").asText().equals(before)
              && sha256(node.toString()).equals(digest);
      if (!follows) {
        throw broken(file, number, "a line that does not follow the one before");
      }
      Kind kind = Kind.valueOf(node.path("what").asText());
      return new Entry(kind, node.path("detail"), digest);
    } catch (JacksonException | ClassCastException | IllegalArgumentException e) {
      throw broken(file, number, "no entry of the log");
    }
  }

  private static BadInputException broken(Path file, int number, String found) {
    return new BadInputException(
        file.toString(), "line " + number, found, "the chain as the cart wrote it");
  }

  /** What all lines together say. */
  public Counters counters() {
    int calibrations =
        (int) entries.stream().filter(each -> each.kind() == Kind.CALIBRATION).count();
    return new Counters(calibrations, entries.size() - calibrations);
  }

  /** The digest of the last line. */
  public String head() {
    return entries.isEmpty() ? NOTHING : entries.getLast().digest();
  }

  List<JsonNode> details(Kind kind) {
    return entries.stream().filter(each -> each.kind() == kind).map(Entry::detail).toList();
  }

  Optional<JsonNode> last(Kind kind) {
    List<JsonNode> all = details(kind);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** On the disk when it returns. */
  void append(Kind kind, JsonNode detail, Instant at, String by) throws IOException {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("n", entries.size() + 1).put("previous", head()).put("at", at.toString());
    node.put("by", by).put("what", kind.name()).set("detail", detail);
    String digest = sha256(node.toString());
    node.put("digest", digest);
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = ByteBuffer.wrap((node + "\n").getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    entries.add(new Entry(kind, detail, digest));
  }

  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
