package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Each page and each sheet that the pages' sources name was looked at in each language by the tests
 * before: a picture kept, axe content, nothing cut off. A new one that no test opens is found here.
 */
@Order(Integer.MAX_VALUE)
final class EveryPageTest {
  private static final Pattern SHEET = Pattern.compile("open\\(\"([a-z-]+)\"");
  private static final Pattern NAME = Pattern.compile("(?m)^  (\\w+): \\{|\\b([A-Z]+): ");

  /** What stands there once, after a deed that cannot be done again in another language. */
  private static final Set<String> ONCE =
      Set.of(
          "cart deleted",
          "cart dispute-sent",
          "staff basket-cash",
          "staff basket-code",
          "staff basket-paid",
          "staff refunded");

  /** Refusals and rare ends, which hold a sentence and a button. */
  private static final Set<String> PLAIN =
      Set.of("staff refused", "staff basket-not-paid", "staff till-paid");

  @Test
  void eachPageWasLookedAtInEachLanguage() throws IOException {
    Set<String> seen = SeenBook.lines();
    for (String test : browserTests()) {
      assumeTrue(seen.contains("test " + test), "all tests of pages run before: " + test);
    }
    Set<String> pages = new TreeSet<>(Set.of("phone phone", "staff sign-in"));
    Path cart = Path.of("../cart-app/app/src/main/resources/pannier/app/screen/page");
    Path staff = Path.of("../payment-sync/gate/src/main/resources/pannier/gate/console/page");
    named(pages, "cart", block(cart.resolve("cart.js"), "const draw = {", "};"));
    named(pages, "staff", block(staff.resolve("staff.js"), "const PAGES = {", "};"));
    sheets(pages, "cart", cart);
    sheets(pages, "staff", staff);
    assertFalse(pages.size() < 40, "the sources name their pages: " + pages);
    Set<String> missing = new TreeSet<>();
    for (String page : pages) {
      for (String language : Browser.LANGUAGES) {
        boolean wanted = !PLAIN.contains(page) && (language.equals("en") || !ONCE.contains(page));
        if (wanted && !seen.contains(page + " " + language)) {
          missing.add(page + " " + language);
        }
      }
    }
    assertEquals(Set.of(), missing, "no test looks at these");
  }

  private static void named(Set<String> pages, String screen, String block) {
    Matcher name = NAME.matcher(block);
    while (name.find()) {
      pages.add(screen + " " + (name.group(1) == null ? name.group(2) : name.group(1)));
    }
  }

  private static void sheets(Set<String> pages, String screen, Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".js")).toList()) {
        Matcher sheet = SHEET.matcher(Files.readString(file));
        while (sheet.find()) {
          pages.add(screen + " " + sheet.group(1));
        }
      }
    }
  }

  private static String block(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(from);
    return text.substring(begin, text.indexOf(to, begin));
  }

  /** The classes beside this one. */
  private static List<String> browserTests() throws IOException {
    Path folder = Path.of("src/test/java/pannier/simulator/browser");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith("Test.java") && !it.equals("EveryPageTest.java"))
          .map(it -> it.substring(0, it.length() - ".java".length()))
          .sorted()
          .toList();
    }
  }
}
