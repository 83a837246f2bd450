package pannier.app.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.trip.Call;
import pannier.domain.trip.CartConfig;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Effect;
import pannier.domain.trip.Input;
import pannier.domain.trip.Notice;
import pannier.domain.trip.Sensors;
import pannier.domain.trip.TickRecord;
import pannier.wire.Declined;
import pannier.wire.ProblemKind;

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
        Sentences.declined(Declined.SPOT_CHECK),
        Sentences.declined("insufficient-funds"),
        Sentences.declined("wrong-pin"),
        Sentences.declined("cash-refused"),
        Sentences.declined("pin-timed-out"),
        Sentences.declined("expired-card"),
        Sentences.declined("authentication-required"),
        "declinedNotCovered",
        "declinedAge",
        "declinedPaid",
        "declinedBusy",
        "declinedBill",
        "declinedCart",
        "declinedFault",
        "declinedTender",
        "changedWhilePaying");
  }

  /** The gate's refusals come as {@code code: detail}. */
  @ParameterizedTest
  @EnumSource
  void everyRefusalOfTheGateHasASentence(ProblemKind kind) throws IOException {
    String key = Sentences.declined(kind.code() + ": in other words");

    assertEquals(Sentences.refused(kind), key);
    assertTrue(texts("en").containsKey(key), key);
  }

  /** Whoever shows a phone's code hears why it was not taken, whatever the gate says. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "CODE_UNKNOWN",
        "CODE_SPENT",
        "CODE_LATE",
        "CODE_OF_ANOTHER_CART",
        "MALFORMED",
        "NOT_PAIRED",
        "KEY_BARRED",
        "GATE_FAULT",
        "TOO_MANY"
      })
  void everyRefusalOfALoginIsSaid(ProblemKind kind) {
    CartCore core =
        new CartCore(
            new Catalogue(Currency.getInstance("EUR"), List.of()),
            CartConfig.standard(new Sensors(0, false)));
    CartCore.Step step =
        core.tick(
            core.start(0),
            new TickRecord(
                20_000_000,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Input.LoginRefused(kind.code()))));

    List<Notice.Kind> said =
        step.effects().stream()
            .filter(Effect.Say.class::isInstance)
            .map(it -> ((Effect.Say) it).notice().kind())
            .toList();
    assertEquals(1, said.size(), kind.code());
    assertNotEquals(Notice.Kind.NO_ANSWER, said.getFirst(), "the store did answer");
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
