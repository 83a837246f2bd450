package pannier.app.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.BadInputException;
import pannier.app.json.JsonPlace;
import pannier.domain.calibration.Calibration;
import pannier.domain.calibration.Calibration.CreepTerm;
import pannier.domain.calibration.CellCalibration;
import pannier.domain.calibration.Counts;
import pannier.domain.calibration.ZeroHistory;

/**
 * A cart's calibration in its data folder: {@code calibration.json} with what holds now, its two
 * counters and the head of the chain, and {@code calibration.log}, the chain itself. The log is
 * written first: if the power goes between the two, the next start says so and the scale is
 * calibrated again.
 */
public final class ScaleFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double ANY = 1e12;

  private final Path file;
  private final AuditLog log;

  private ScaleFiles(Path file, AuditLog log) {
    this.file = file;
    this.log = log;
  }

  /**
   * @throws BadInputException if the log's chain is broken
   */
  public static ScaleFiles in(Path folder) throws IOException {
    return new ScaleFiles(
        folder.resolve("calibration.json"), AuditLog.open(folder.resolve("calibration.log")));
  }

  /**
   * What holds now; empty before the first calibration.
   *
   * @throws BadInputException if the file is damaged, or says other counters or another head than
   *     the log
   */
  public Optional<Calibration> calibration() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonPlace json = JsonPlace.read(file);
    JsonPlace counters = json.get("counters");
    Counters stated =
        new Counters(
            counters.get("calibration").whole(0, Integer.MAX_VALUE),
            counters.get("configuration").whole(0, Integer.MAX_VALUE));
    if (!stated.equals(log.counters())) {
      throw counters.wrong(
          "calibration %d, configuration %d as calibration.log has them: calibrate again"
              .formatted(log.counters().calibration(), log.counters().configuration()));
    }
    if (!json.get("log_head").text().equals(log.head())) {
      throw json.get("log_head")
          .wrong("the digest of calibration.log's last line: calibrate again");
    }
    return Optional.of(calibration(json));
  }

  private static Calibration calibration(JsonPlace json) throws BadInputException {
    List<CellCalibration> cells = new ArrayList<>();
    for (JsonPlace cell : json.get("cells").elements()) {
      cells.add(cell(cell));
    }
    List<CreepTerm> creep = new ArrayList<>();
    for (JsonPlace term : json.get("creep").elements()) {
      creep.add(
          new CreepTerm(
              term.get("fraction").number(-0.01, 0.01), term.get("seconds").number(1, 1e5)));
    }
    if (cells.size() != 4) {
      throw json.get("cells").wrong("four cells");
    }
    Optional<JsonPlace> celsius = json.find("celsius");
    return new Calibration(
        cells, celsius.isPresent() ? celsius.get().number(-55, 125) : Double.NaN, creep);
  }

  private static CellCalibration cell(JsonPlace cell) throws BadInputException {
    double gramsPerCount = cell.get("grams_per_count").number(-ANY, ANY);
    if (gramsPerCount == 0) {
      throw cell.get("grams_per_count").wrong("a number that is not zero");
    }
    return new CellCalibration(
        cell.get("zero_counts").number(-ANY, ANY),
        gramsPerCount,
        cell.get("zero_grams_per_kelvin").number(-100, 100),
        cell.get("span_per_kelvin").number(-0.009, 0.009));
  }

  /** The zeros of all calibrations so far, with their temperatures. */
  public ZeroHistory zeros() {
    List<ZeroHistory.Zero> zeros = new ArrayList<>();
    for (JsonNode detail : log.details(AuditLog.Kind.CALIBRATION)) {
      JsonNode cells = detail.path("cells");
      double celsius = detail.path("celsius").asDouble(Double.NaN);
      double[] at = new double[4];
      for (int i = 0; i < 4; i++) {
        at[i] = cells.path(i).path("zero_counts").asDouble();
      }
      zeros.add(new ZeroHistory.Zero(celsius, new Counts(at[0], at[1], at[2], at[3])));
    }
    return new ZeroHistory(zeros);
  }

  /** Writes a calibration down: the chain first, then what holds, in one move. */
  public void calibrated(Calibration calibration, Instant at, String by) throws IOException {
    log.append(AuditLog.Kind.CALIBRATION, json(calibration), at, by);
    write(calibration);
  }

  /**
   * Counts a change of what bears on weighing.
   *
   * @param legal those settings as text
   * @return whether they are others than before
   */
  public boolean configured(String legal, Instant at, String by) throws IOException {
    String digest = AuditLog.sha256(legal);
    Optional<JsonNode> last = log.last(AuditLog.Kind.CONFIGURATION);
    if (last.isPresent() && last.get().path("sha256").asText().equals(digest)) {
      return false;
    }
    Optional<Calibration> holds = calibration();
    ObjectNode detail = MAPPER.createObjectNode().put("sha256", digest).put("settings", legal);
    log.append(AuditLog.Kind.CONFIGURATION, detail, at, by);
    if (holds.isPresent()) {
      write(holds.get());
    }
    return true;
  }

  private void write(Calibration calibration) throws IOException {
    ObjectNode node = json(calibration);
    Counters counters = log.counters();
    node.putObject("counters")
        .put("calibration", counters.calibration())
        .put("configuration", counters.configuration());
    node.put("log_head", log.head());
    Path next = file.resolveSibling("calibration.json.next");
    Files.writeString(next, node.toPrettyString() + "\n");
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static ObjectNode json(Calibration calibration) {
    ObjectNode node = MAPPER.createObjectNode();
    ArrayNode cells = node.putArray("cells");
    for (CellCalibration cell : calibration.cells()) {
      cells
          .addObject()
          .put("zero_counts", cell.zeroCounts())
          .put("grams_per_count", cell.gramsPerCount())
          .put("zero_grams_per_kelvin", cell.zeroGramsPerKelvin())
          .put("span_per_kelvin", cell.spanPerKelvin());
    }
    if (!Double.isNaN(calibration.celsius())) {
      node.put("celsius", calibration.celsius());
    }
    ArrayNode creep = node.putArray("creep");
    for (CreepTerm term : calibration.creep()) {
      creep.addObject().put("fraction", term.fraction()).put("seconds", term.seconds());
    }
    return node;
  }

  /** What each bill says of the scale, so that counters that went back show at the gate. */
  public String seal() {
    Counters counters = log.counters();
    return "scale sealed: calibration %d, configuration %d, log %s"
        .formatted(counters.calibration(), counters.configuration(), log.head().substring(0, 16));
  }
}
