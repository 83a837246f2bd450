package pannier.simulator.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A real Chromium without a window. Tests that need it are skipped where it is missing. */
public final class Browser implements AutoCloseable {
  /** What all pages speak. */
  static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** A minute: other builds may share the machine. */
  private static final int MOST_TRIES = 3_000;

  /** The screen, its page or what is open over it, and the language. */
  private static final String WHERE =
      """
      const sheet = document.getElementById("sheet");
      const stage = document.getElementById("stage") ?? document.getElementById("page");
      const page = stage?.dataset.stage ?? stage?.dataset.page ?? "sign-in";
      const screen = location.pathname.split("/")[1];
      return [screen, sheet?.open ? sheet.dataset.sheet : screen === "phone" ? "phone" : page,
        document.documentElement.lang].join(" ");
      """;

  private static final int WIDE = 1920;
  private static final int HIGH = 1080;

  private static final Path SCREENS = Path.of("target", "screens");

  private final ChromeDriver driver;
  private final String axe;

  private Browser(ChromeDriver driver, String axe) {
    this.driver = driver;
    this.axe = axe;
  }

  /** Opens one of this size in pixels, or skips the test. */
  public static Browser open(int width, int height) throws IOException {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "no Chromium here: install chromium and chromium-driver to test the pages");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--autoplay-policy=no-user-gesture-required",
        "--window-size=%d,%d".formatted(width, height));
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(new File("" + DRIVER)).build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(it -> it.endsWith("Test"))
                    .findFirst())
        .ifPresent(Browser::ran);
    Browser browser = new Browser(driver, axe());
    browser.size(width, height);
    return browser;
  }

  private static void ran(String test) {
    try {
      SeenBook.note("test " + test.substring(test.lastIndexOf('.') + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String axe() throws IOException {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IOException("no axe.min.js on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Makes what the page sees of this size, whatever frame the window has. */
  public void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    int inner = Integer.parseInt(String.valueOf(run("return window.innerHeight")));
    driver.manage().window().setSize(new Dimension(width, height + height - inner));
  }

  public void go(String url) {
    driver.get(url);
  }

  /** All elements of a CSS selector. */
  public List<WebElement> list(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Whether there is such an element. */
  public boolean has(String css) {
    return !list(css).isEmpty();
  }

  /** The text of the first such element; empty if there is none. */
  public String text(String css) {
    @Nullable Object text =
        run("return document.querySelector(arguments[0])?.textContent ?? ''", css);
    return String.valueOf(text);
  }

  /**
   * Touches an element, in the page itself, so that a page drawn anew meanwhile does not matter.
   */
  public void touch(String css) {
    @Nullable Object there =
        run("const it = document.querySelector(arguments[0]); it?.click(); return !!it", css);
    assertEquals(true, there, "there is no " + css);
  }

  /** Drags the first such element onto another with the pointer. */
  public void drag(String css, String ontoCss) {
    WebElement from = driver.findElement(By.cssSelector(css));
    WebElement onto = driver.findElement(By.cssSelector(ontoCss));
    new Actions(driver).clickAndHold(from).moveToElement(onto).release().perform();
  }

  /** Presses a key, wherever the focus is. */
  public void press(CharSequence key) {
    new Actions(driver).sendKeys(key).perform();
  }

  /** The {@code data-key} of what has the focus; empty if it has none. */
  public String focused() {
    return String.valueOf(run("return document.activeElement?.dataset?.key ?? ''"));
  }

  public @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Waits for a script to return true. */
  public void await(String script, Object... arguments) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (Boolean.TRUE.equals(run(script, arguments))) {
        return;
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("never so: " + script + " " + List.of(arguments));
  }

  /** Another language of the shopper's screen; what is open stays open. */
  public void speak(String language) {
    if (has("#sheet[open]")) {
      driver.executeAsyncScript(
          """
          const done = arguments[arguments.length - 1];
          Promise.all([import("/shared/words.js"), import("/cart/page/sheets.js")])
            .then(async ([words, sheets]) => {
              await words.speak("/cart/page", arguments[0]);
              sheets.refresh();
              done();
            });
          """,
          language);
      return;
    }
    boolean bar = has("#bar:not([hidden])");
    if (bar) {
      touch("[data-key='bar-language']");
    }
    touch((bar ? "#sheet" : "#stage") + " button[lang='" + language + "']");
    await(
        "const sheet = document.getElementById('sheet');"
            + " return document.documentElement.lang === arguments[0] && !sheet.open",
        language);
  }

  /** Looks at a page of the shopper's screen in each language; then it is English again. */
  public void lookInEachLanguage(String name) throws IOException {
    for (String language : LANGUAGES) {
      speak(language);
      look(name + "-" + language);
    }
    speak("en");
  }

  /** Keeps a picture of the page among the build's results. */
  public Path picture(String name) throws IOException {
    Files.createDirectories(SCREENS);
    return Files.write(SCREENS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  /** A picture as it is and one on a large screen; nothing serious by axe; nothing cut off. */
  public void look(String name) throws IOException {
    look(name, 1280, 800);
  }

  /** The same where the window is of another size. */
  public void look(String name, int width, int height) throws IOException {
    lookHere(name);
    size(WIDE, HIGH);
    picture(name + "-wide");
    requireNothingCutOff(name + " on a large screen");
    size(width, height);
  }

  /** The same, as large as the window is. */
  public Path lookHere(String name) throws IOException {
    requireAccessible(name);
    requireNothingCutOff(name);
    SeenBook.note(String.valueOf(run(WHERE)));
    return picture(name);
  }

  /** The page is no wider than its window. */
  public void requireNothingCutOff(String name) {
    assertEquals(
        true,
        run("return document.documentElement.scrollWidth <= window.innerWidth"),
        name + ": nothing is cut off beside the page");
  }

  /** Nothing that axe calls serious or critical. */
  public void requireAccessible(String name) {
    driver.executeScript(axe);
    @Nullable Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
            axe.run({ runOnly: tags }).then((result) => done(result.violations
              .filter((it) => ["serious", "critical"].includes(it.impact))
              .map((it) => it.id + ": " + it.nodes.map((node) => node.html + " " + node.failureSummary).join(", "))));
            """);
    assertEquals(List.of(), found, name);
  }

  /** What the page complained about: nothing, or a script or the content policy is at fault. */
  public void requireNoComplaints() {
    List<String> complaints =
        driver.manage().logs().get("browser").getAll().stream()
            .filter(
                entry -> entry.getLevel().intValue() >= java.util.logging.Level.SEVERE.intValue())
            .map(entry -> entry.getMessage())
            .toList();
    assertEquals(List.of(), complaints);
  }

  /** How long the page's main thread has worked since the first call. */
  public double busyMillis() {
    driver.executeCdpCommand("Performance.enable", Map.of());
    Object metrics = driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
    if (metrics instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> one
            && "TaskDuration".equals(one.get("name"))
            && one.get("value") instanceof Number seconds) {
          return 1_000 * seconds.doubleValue();
        }
      }
    }
    throw new AssertionError("no TaskDuration in " + metrics);
  }

  /** What was refused so far was meant to be, such as a wrong password. */
  public void forgetComplaints() {
    driver.manage().logs().get("browser");
  }

  @Override
  public void close() {
    driver.quit();
  }
}
