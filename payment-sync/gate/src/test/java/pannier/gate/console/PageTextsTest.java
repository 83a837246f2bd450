package pannier.gate.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pannier.domain.trip.TripState;
import pannier.gate.ledger.SettlementState;
import pannier.gate.phone.PhonePage;
import pannier.wire.StaffOrder;

/** All texts of the staff console and of the phone page, in all of their languages. */
final class PageTextsTest {
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");
  private static final Pattern HOLE = Pattern.compile("\\{\\w+}");

  /** A whole key, in whatever way it comes to {@code t}. */
  private static final Pattern QUOTED = Pattern.compile("\"([a-zA-Z][\\w.-]*)\"");

  /** A key that is put together, such as {@code t(`deed.${name}`)}: its beginning. */
  private static final Pattern BEGUN = Pattern.compile("`([a-zA-Z]+\\.[a-zA-Z-]*)\\$\\{");

  private static final Pattern ASKED = Pattern.compile("[^\\w.](?:t|has)\\(\"([\\w.-]+)\"");
  private static final Pattern COUNTED = Pattern.compile("[^\\w.]count\\(\"([\\w.-]+)\"");

  /** Words for people that stand in a script instead of in the texts. */
  private static final Pattern SENTENCE =
      Pattern.compile("[\"`>][A-Z][a-z’]+ [a-zA-Z][^\"`]*[\"`]");

  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?://|/?\\*).*$");

  /** The pages, with a class beside their folder. */
  enum Page {
    CONSOLE(
        Console.class,
        "carts.js checks.js day.js desk.js disputes.js log.js moving.js naming.js pairing.js payments.js people.js plot.js"
            + " shop.js staff.js till.js"),
    PHONE(PhonePage.class, "phone.js");

    private final Class<?> beside;
    private final String scripts;

    Page(Class<?> beside, String scripts) {
      this.beside = beside;
      this.scripts = scripts;
    }

    Map<String, String> texts(String language) throws IOException {
      Map<String, String> texts = new TreeMap<>();
      new ObjectMapper()
          .readTree(read("texts-" + language + ".json"))
          .properties()
          .forEach(text -> texts.put(text.getKey(), text.getValue().asText()));
      return texts;
    }

    String read(String name) throws IOException {
      try (InputStream in = beside.getResourceAsStream("page/" + name)) {
        if (in == null) {
          throw new IOException("no " + name);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    String allScripts() throws IOException {
      StringBuilder all = new StringBuilder();
      for (String script : scripts.split(" ", -1)) {
        all.append(read(script));
      }
      return all.toString();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noTextIsMissingInAnyLanguage(Page page) throws IOException {
    Map<String, String> english = page.texts("en");
    for (String language : LANGUAGES) {
      Map<String, String> texts = page.texts(language);
      assertEquals(english.keySet(), texts.keySet(), language);
      texts.forEach(
          (key, text) -> {
            assertFalse(text.isBlank(), language + " " + key);
            assertEquals(holes(english.getOrDefault(key, "")), holes(text), language + " " + key);
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyTextThatAScriptAsksForIsThere(Page page) throws IOException {
    Set<String> known = page.texts("en").keySet();
    String scripts = page.allScripts();
    ASKED
        .matcher(scripts)
        .results()
        .forEach(it -> assertTrue(known.contains(it.group(1)), it.group(1)));
    COUNTED
        .matcher(scripts)
        .results()
        .forEach(
            it ->
                assertTrue(
                    known.containsAll(Set.of(it.group(1) + ".one", it.group(1) + ".other"))));
  }

  @ParameterizedTest
  @EnumSource
  void everyTextIsUsed(Page page) throws IOException {
    Set<String> unused = new TreeSet<>(page.texts("en").keySet());
    String scripts = page.allScripts();
    QUOTED
        .matcher(scripts)
        .results()
        .map(it -> it.group(1))
        .forEach(key -> unused.removeAll(Set.of(key, key + ".one", key + ".other")));
    BEGUN
        .matcher(scripts)
        .results()
        .forEach(it -> unused.removeIf(key -> key.startsWith(it.group(1))));
    assertEquals(Set.of(), unused);
  }

  @ParameterizedTest
  @EnumSource
  void noSentenceStandsInAScript(Page page) throws IOException {
    String code = COMMENT.matcher(page.allScripts()).replaceAll("");
    assertEquals(List.of(), SENTENCE.matcher(code).results().map(it -> it.group()).toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalHasASentence(Refusal refusal) throws IOException {
    assertTrue(Page.CONSOLE.texts("en").containsKey("refused." + refusal.code()));
  }

  /** Refusals of the web server itself come without a code: pages have a sentence a status. */
  @ParameterizedTest
  @EnumSource
  void everyStatusThatIsRefusedWithHasASentence(Page page) throws IOException {
    Set<String> known = page.texts("en").keySet();
    assertTrue(
        known.containsAll(
            Set.of("refused.400", "refused.404", "refused.429", "refused.500", "refused.503")));
    assertTrue(known.contains("refused.none"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CARD_REFUSED")
  void everyOrderHasItsWordsInTheLog(StaffOrder.Kind kind) throws IOException {
    assertTrue(Page.CONSOLE.texts("en").containsKey("deed.order-" + kind.code()));
  }

  @ParameterizedTest
  @EnumSource
  void everyStateOfAPaymentHasItsWord(SettlementState state) throws IOException {
    assertTrue(Page.CONSOLE.texts("en").containsKey("paid." + state.name()));
  }

  @Test
  void everyStateOfATripHasItsWord() throws IOException {
    Set<String> known = Page.CONSOLE.texts("en").keySet();
    states(TripState.class).forEach(state -> assertTrue(known.contains("state." + state), state));
  }

  private static Set<String> states(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (Class<?> each : type.getPermittedSubclasses()) {
      if (each.isRecord()) {
        names.add(each.getSimpleName().toUpperCase(Locale.ROOT));
      } else {
        names.addAll(states(each));
      }
    }
    return names;
  }

  private static Set<String> holes(String text) {
    Set<String> holes = new TreeSet<>();
    HOLE.matcher(text).results().forEach(hole -> holes.add(hole.group()));
    return holes;
  }
}
