package pannier.app.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pannier.domain.trip.Call;
import pannier.domain.trip.Notice;

/** All texts of the screen, in all of its languages. */
final class TextsTest {
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");
  private static final List<String> SCRIPTS =
      List.of(
          "below.js",
          "cart.js",
          "pages.js",
          "parts.js",
          "proofs.js",
          "sheets.js",
          "tenders.js",
          "words.js",
          "workshop.js");
  private static final Pattern HOLE = Pattern.compile("\\{\\w+}");

  /** A whole key in a script, in whatever way it comes to {@code t}. */
  private static final Pattern QUOTED = Pattern.compile("\"([a-zA-Z][\\w.]*)\"");

  /** A key that is put together, such as {@code t(`doubt.${reason}`)}: its beginning. */
  private static final Pattern BEGUN = Pattern.compile("t\\(`([a-zA-Z.]+)\\$\\{");

  private static final Pattern ASKED = Pattern.compile("[^\\w.]t\\(\"([\\w.]+)\"");

  @Test
  void noTextIsMissingInAnyLanguage() throws IOException {
    Map<String, String> english = texts("en");
    for (String language : LANGUAGES) {
      Map<String, String> texts = texts(language);
      assertEquals(english.keySet(), texts.keySet(), language);
      texts.forEach(
          (key, text) -> {
            assertFalse(text.isBlank(), language + " " + key);
            assertEquals(holes(english.getOrDefault(key, "")), holes(text), language + " " + key);
          });
    }
  }

  @Test
  void everyTextThatAScriptAsksForIsThere() throws IOException {
    Set<String> known = texts("en").keySet();
    for (String script : SCRIPTS) {
      Matcher asked = ASKED.matcher(read(script));
      while (asked.find()) {
        assertTrue(known.contains(asked.group(1)), script + " asks for " + asked.group(1));
      }
    }
  }

  @Test
  void everyTextIsUsed() throws IOException {
    Set<String> unused = new TreeSet<>(texts("en").keySet());
    for (String script : SCRIPTS) {
      String source = read(script);
      QUOTED.matcher(source).results().forEach(it -> unused.remove(it.group(1)));
      BEGUN
          .matcher(source)
          .results()
          .forEach(it -> unused.removeIf(key -> key.startsWith(it.group(1))));
    }
    unused.removeAll(reasons());
    unused.removeIf(
        key ->
            key.startsWith("things.")
                || key.startsWith("work.views.")
                || key.startsWith("paysItems."));
    assertEquals(Set.of(), unused);
  }

  @Test
  void everyReasonThatTheViewMayGiveHasAText() throws IOException {
    assertTrue(texts("en").keySet().containsAll(reasons()));
  }

  @Test
  void everyNoticeHasATextOfItsOwnThatNamesWhatItIsAbout() throws IOException {
    Map<String, String> english = texts("en");
    for (Notice.Kind kind : Notice.Kind.values()) {
      String text = english.getOrDefault("said." + Sentences.said(kind), "");
      assertFalse(text.isEmpty(), kind + " has no text");
    }
    long said = english.keySet().stream().filter(key -> key.startsWith("said.")).count();
    assertEquals(Notice.Kind.values().length, said);
  }

  /** What {@link Sentences} gives without a prefix. */
  private static Set<String> reasons() {
    return Set.of(
        "closed",
        Sentences.staff(new Call.Help()),
        Sentences.staff(new Call.WrongLine("milk")),
        Sentences.staff(new Call.Unexplained()),
        Sentences.staff(new Call.AgeCheck(18, "wine")),
        Sentences.staff(new Call.Unweighed("grapes")),
        Sentences.declined("refused"),
        Sentences.declined("partial-snap-120"),
        Sentences.declined("voided"),
        Sentences.declined("insufficient-funds"),
        Sentences.declined("wrong-pin"),
        Sentences.declined("cash-refused"),
        Sentences.declined("pin-timed-out"),
        "changedWhilePaying");
  }

  private static Set<String> holes(String text) {
    Set<String> holes = new TreeSet<>();
    HOLE.matcher(text).results().forEach(hole -> holes.add(hole.group()));
    return holes;
  }

  private static Map<String, String> texts(String language) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    new ObjectMapper()
        .readTree(read("texts-" + language + ".json"))
        .properties()
        .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
    return texts;
  }

  private static String read(String name) throws IOException {
    try (InputStream in = ShopperScreen.class.getResourceAsStream("page/" + name)) {
      if (in == null) {
        throw new IOException("no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
