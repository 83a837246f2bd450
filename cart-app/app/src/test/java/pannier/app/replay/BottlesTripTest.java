package pannier.app.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.app.journal.Journal;
import pannier.app.rerun.Rerun;
import pannier.app.timeline.JsonEvents;

/** The real footage of bottles, with the real model, among all 66 enrolled products. */
final class BottlesTripTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WATER = "still-water-0.5l";

  @TempDir private Path folder;
  private Path recorded = Path.of("");

  @BeforeEach
  void footage() {
    recorded = SharedData.folder().resolve("data/trips/bottles");
    assumeTrue(Files.isDirectory(recorded), "no recorded trip at " + recorded + ": skipped");
  }

  @Test
  void sevenCrossingsAreBookedAndTheJournalGivesTheSameDecisions() throws IOException {
    Path journalFile = folder.resolve("journal.db");
    String first = play(recorded, Optional.of(journalFile));
    assertTruth(named(first, "sighting"));
    List<JsonNode> booked = named(first, "added", "removed");
    assertTruth(booked);
    booked.forEach(line -> assertEquals(WATER, line.get("product").textValue(), line::toString));
    assertEquals(List.of(), named(first, "asked", "held", "untrusted"));
    assertEquals(
        "{\"event\":\"basket\",\"lines\":[{\"product\":\"still-water-0.5l\",\"pieces\":3}],"
            + "\"unresolved\":0,\"total\":\"2.37\",\"currency\":\"EUR\"}",
        first.lines().toList().getLast());

    assertEquals(first, play(recorded, Optional.empty()), "played twice, the same to the byte");
    try (Journal journal = Journal.openExisting(journalFile)) {
      Rerun rerun = Rerun.of(journal, 1);
      assertEquals(7, rerun.journaled().size());
      assertEquals(rerun.journaled(), rerun.today());
    }
  }

  @Test
  void withoutTheScaleAllCrossingsAreSeenAndAskedButNothingIsBooked() throws IOException {
    String told = play(without("scale"), Optional.empty());
    assertTruth(named(told, "sighting"));
    assertTruth(named(told, "asked"));
    assertEquals(List.of(), named(told, "added", "removed"));
  }

  @Test
  void withoutTheCameraNothingIsBooked() throws IOException {
    String told = play(without("cameras"), Optional.empty());
    assertEquals(List.of(), named(told, "added", "removed", "sighting"));
    assertTrue(named(told, "asked", "held").size() >= 4, told);
  }

  /** In order, direction and pieces as in truth.csv, each within half a second. */
  private void assertTruth(List<JsonNode> events) throws IOException {
    List<String> truth = Files.readAllLines(recorded.resolve("truth.csv"));
    assertEquals(truth.size() - 1, events.size(), events::toString);
    for (int i = 0; i < events.size(); i++) {
      JsonNode event = events.get(i);
      List<String> row = List.of(truth.get(i + 1).split(",", -1));
      assertEquals(row.get(1), direction(event), event::toString);
      assertEquals(row.get(2), event.get("pieces").asText(), event::toString);
      long lateMillis = event.get("t_ms").longValue() - Long.parseLong(row.get(0));
      assertTrue(Math.abs(lateMillis) <= 500, event::toString);
    }
  }

  private static String direction(JsonNode event) {
    return switch (event.get("event").textValue()) {
      case "added" -> "in";
      case "removed" -> "out";
      default -> event.get("direction").textValue();
    };
  }

  /** The same trip, but for one key of its description. */
  private Path without(String key) throws IOException {
    ObjectNode trip = (ObjectNode) JSON.readTree(recorded.resolve("trip.json").toFile());
    trip.remove(key);
    if (trip.has("cameras")) {
      ((ObjectNode) trip.get("cameras").get(0)).put("video", absolute("rim.mp4"));
    }
    if (trip.has("scale")) {
      trip.put("scale", absolute("scale.csv"));
    }
    trip.put("catalogue", absolute("catalogue.csv"));
    ArrayNode enrol = JSON.createArrayNode();
    trip.get("enrol").forEach(path -> enrol.add(absolute(path.textValue())));
    trip.set("enrol", enrol);
    JSON.writeValue(folder.resolve("trip.json").toFile(), trip);
    return folder;
  }

  private String absolute(String relative) {
    return recorded.resolve(relative).toAbsolutePath().normalize().toString();
  }

  private static List<JsonNode> named(String told, String... events) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : told.lines().toList()) {
      JsonNode event = JSON.readTree(line);
      if (List.of(events).contains(event.get("event").textValue())) {
        lines.add(event);
      }
    }
    return lines;
  }

  private static String play(Path trip, Optional<Path> journal) throws IOException {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(told, false, StandardCharsets.UTF_8);
        Replay replay = Replay.open(RecordedTripReader.read(trip), (done, of) -> {})) {
      replay.play(new JsonEvents(out, true), journal);
    }
    return told.toString(StandardCharsets.UTF_8);
  }
}
