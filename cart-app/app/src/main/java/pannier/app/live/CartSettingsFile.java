package pannier.app.live;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.BadInputException;
import pannier.app.json.JsonPlace;
import pannier.app.live.CartSettings.Eye;
import pannier.app.live.CartSettings.ScreenPlace;
import pannier.app.live.CartSettings.Shop;
import pannier.app.live.CartSettings.Source;
import pannier.app.sight.RimPlace;
import pannier.domain.gs1.RestrictedRule;
import pannier.wire.TenderOffer;

/**
 * Reads a cart's settings: a JSON object with {@code cart} (what it is called in the store), {@code
 * data} (a folder), {@code catalogue} (CSV), {@code enrol} (folders of {@code PRODUCT/*.jpg}),
 * {@code card_token} and {@code cameras}, each with {@code rim}, {@code basket} and either {@code
 * device} ({@code width}, {@code height} and {@code fps} may follow; 3840, 2160 and 15 unless said)
 * or {@code video}; {@code screen} ({@code host:port}) may say where the shopper's screen is
 * served, and {@code phone} the address of the gate's phone page. {@code tenders} may list what
 * else the gate takes, each with {@code kind} and {@code token}; a shopper is asked for what stands
 * for <code>{number}</code> in a token. {@code labels} may list how the shop's scales write a price
 * or a mass into numbers of its own, each with {@code pattern} and {@code decimals}. Paths are
 * relative to the file. Where its gate is, and the keys of both, the cart learns when it is paired.
 */
final class CartSettingsFile {
  private static final InetSocketAddress SCREEN =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080);

  /** Kinds of tender besides the card. */
  private static final List<String> OTHERS = List.of("snap", "ebt_cash", "gift", "credit", "cash");

  /** Of a price in a label; the yen has none, a mass in kilograms up to five. */
  private static final int MOST_DECIMALS = 5;

  private final Path folder;

  private CartSettingsFile(Path folder) {
    this.folder = folder;
  }

  static CartSettings read(Path file) throws BadInputException {
    Path parent = file.toAbsolutePath().getParent();
    return new CartSettingsFile(parent == null ? file : parent).settings(JsonPlace.read(file));
  }

  private CartSettings settings(JsonPlace json) throws BadInputException {
    List<Path> enrol = new ArrayList<>();
    for (JsonPlace named : json.get("enrol").elements()) {
      enrol.add(existing(named, Files::isDirectory, "a folder of PRODUCT/*.jpg"));
    }
    List<Eye> cameras = new ArrayList<>();
    for (JsonPlace camera : json.get("cameras").elements()) {
      cameras.add(new Eye(source(camera), RimPlace.read(camera)));
    }
    Path catalogue = existing(json.get("catalogue"), Files::isRegularFile, "a CSV file");
    return new CartSettings(
        json.get("cart").text(),
        folder.resolve(json.get("data").text()).normalize(),
        new Shop(catalogue, enrol, labels(json)),
        cameras,
        tenders(json),
        screen(json));
  }

  private static Optional<List<RestrictedRule>> labels(JsonPlace json) throws BadInputException {
    Optional<JsonPlace> list = json.find("labels");
    if (list.isEmpty()) {
      return Optional.empty();
    }
    List<RestrictedRule> rules = new ArrayList<>();
    for (JsonPlace row : list.get().elements()) {
      rules.add(label(row));
    }
    return Optional.of(rules);
  }

  private static RestrictedRule label(JsonPlace row) throws BadInputException {
    JsonPlace pattern = row.get("pattern");
    String text = pattern.text();
    int decimals = row.get("decimals").whole(0, MOST_DECIMALS);
    try {
      return new RestrictedRule(text, decimals);
    } catch (IllegalArgumentException e) {
      throw pattern.wrong("13 characters such as 20IIIIIVPPPPC or 29IIIIIWWWWWC");
    }
  }

  /** The card first, which pays where the shopper chooses nothing. */
  private static List<TenderOffer> tenders(JsonPlace json) throws BadInputException {
    List<TenderOffer> tenders = new ArrayList<>();
    tenders.add(new TenderOffer("card", json.get("card_token").text()));
    Optional<JsonPlace> others = json.find("tenders");
    for (JsonPlace other : others.isPresent() ? others.get().elements() : List.<JsonPlace>of()) {
      JsonPlace kind = other.get("kind");
      if (!OTHERS.contains(kind.text())) {
        throw kind.wrong("one of " + String.join(", ", OTHERS));
      }
      tenders.add(new TenderOffer(kind.text(), other.get("token").text()));
    }
    return tenders;
  }

  private static ScreenPlace screen(JsonPlace json) throws BadInputException {
    Optional<JsonPlace> screen = json.find("screen");
    Optional<JsonPlace> phone = json.find("phone");
    return new ScreenPlace(
        screen.isPresent() ? address(screen.get(), 0) : SCREEN,
        phone.isPresent() ? phonePage(phone.get()) : "");
  }

  private static String phonePage(JsonPlace json) throws BadInputException {
    String text = json.text();
    if (!text.matches("https?://[^\\s#]{1,200}")) {
      throw json.wrong("the gate's phone page, such as https://gate.example/phone");
    }
    return text;
  }

  private Source source(JsonPlace camera) throws BadInputException {
    Optional<JsonPlace> film = camera.find("video");
    if (film.isPresent()) {
      return new Source.Film(existing(film.get(), Files::isRegularFile, "a video file"));
    }
    return new Source.Device(
        camera.get("device").text(),
        whole(camera, "width", 3840),
        whole(camera, "height", 2160),
        whole(camera, "fps", 15));
  }

  private static int whole(JsonPlace json, String key, int otherwise) throws BadInputException {
    Optional<JsonPlace> value = json.find(key);
    return value.isPresent() ? value.get().whole(1, 10_000) : otherwise;
  }

  private static InetSocketAddress address(JsonPlace json, int leastPort) throws BadInputException {
    String text = json.text();
    int colon = text.lastIndexOf(':');
    String wanted = "host:port, such as 127.0.0.1:8080";
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (colon < 1 || port < leastPort || port > 65_535) {
        throw json.wrong(wanted);
      }
      InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), port);
      if (address.isUnresolved()) {
        throw json.wrong(wanted + "; this host is not known here");
      }
      return address;
    } catch (NumberFormatException e) {
      throw json.wrong(wanted);
    }
  }

  private interface Check {
    boolean holds(Path path);
  }

  private Path existing(JsonPlace named, Check check, String wanted) throws BadInputException {
    Path path = folder.resolve(named.text()).normalize();
    if (!check.holds(path)) {
      throw named.wrong("%s (%s is none)".formatted(wanted, path));
    }
    return path;
  }
}
