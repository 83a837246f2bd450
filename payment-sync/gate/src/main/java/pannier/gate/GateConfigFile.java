package pannier.gate;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pannier.domain.audit.Sign;
import pannier.domain.money.Money;
import pannier.gate.audit.Odds;
import pannier.gate.coap.CartKeys;
import pannier.gate.ledger.LedgerPlace;
import pannier.gate.postgres.PostgresUrl;
import pannier.gate.settlement.OfflineLimits;
import pannier.wire.Limits;

/**
 * Reads a gate's configuration: a JSON object with {@code port}, {@code data}, {@code catalogue},
 * {@code currency} and, where they are wanted, {@code rules} (taxes, promotions, benefits), {@code
 * stripe} (a file with the secret key of an account; else cards go to the sandbox), {@code host}
 * (if it should not listen on every address), {@code console} (where the staff console is served,
 * {@code host:port}), {@code link} (how phones reach that from outside), {@code reserve} (what of a
 * card is reserved when a trip begins, {@code 20.00}), {@code barrier} (a file that gets a line for
 * each opening, where no real barrier is) and {@code database} (where the ledger is: a file, or
 * {@code jdbc:postgresql://host:port/name} for several gates; else a file in {@code data}). {@code
 * keys} may name another JSON file, of readers with their keys in hexadecimal digits: they may look
 * at the price list. Carts are paired instead. {@code offline_bill} and {@code offline_total} say
 * what is let out at most while ledger or provider are out of reach: of one bill, and in all until
 * it is settled. {@code spot_checks} is an object: bills are drawn by {@code base} (0.02 of all),
 * more for each sign on them (named as on bills, such as {@code untrusted}), never by more than
 * {@code most} (0.2); what is left out is {@link Odds#USUAL}. Without it none is drawn. Paths are
 * relative to the file.
 */
public final class GateConfigFile {
  private static final Set<String> KEYS =
      Set.of(
          "port",
          "host",
          "data",
          "catalogue",
          "currency",
          "keys",
          "rules",
          "stripe",
          "console",
          "link",
          "reserve",
          "barrier",
          "database",
          "offline_bill",
          "offline_total",
          "spot_checks",
          "gallery",
          "release");

  private GateConfigFile() {}

  public static GateConfig read(Path file) throws BadGateConfigException {
    JsonFile json = JsonFile.open(file);
    json.requireKnown(KEYS);
    String host = json.text("host", "an address such as 127.0.0.1", "0.0.0.0");
    InetSocketAddress listen = new InetSocketAddress(host, json.number("port", 0, 65_535));
    if (listen.isUnresolved()) {
      throw json.bad("host", host, "an address such as 127.0.0.1");
    }
    return new GateConfig(
        listen,
        json.path("data", "a folder"),
        json.path("catalogue", "a CSV or JSON file"),
        currency(json),
        readers(json.optionalPath("keys", "a JSON file of readers and keys")),
        json.optionalPath("rules", "a JSON file of taxes and promotions"),
        json.optionalPath("stripe", "a file with a secret key"),
        console(json),
        json.optionalPath("barrier", "a file for what opens"),
        reserve(json),
        ledger(json),
        offline(json),
        spotChecks(json),
        folder(json, "gallery", "a folder of PRODUCT/*.jpg"),
        folder(json, "release", "a folder of a package, its signature and a stage"));
  }

  private static Optional<Money> reserve(JsonFile json) throws BadGateConfigException {
    String wanted = "an amount such as 20.00";
    String text = json.text("reserve", wanted, "none");
    if (text.equals("none")) {
      return Optional.empty();
    }
    try {
      Money amount = Money.parse(text, currency(json));
      if (amount.minor() > 0) {
        return Optional.of(amount);
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw json.bad("reserve", text, wanted);
  }

  private static Optional<String> link(JsonFile json) throws BadGateConfigException {
    String wanted = "how phones reach the console, such as https://gate.example";
    String text = json.text("link", wanted, "none");
    if (!text.equals("none") && !text.matches("https?://[^\\s#?]{1,200}[^/\\s#?]")) {
      throw json.bad("link", text, wanted);
    }
    return text.equals("none") ? Optional.empty() : Optional.of(text);
  }

  private static Optional<ConsolePlace> console(JsonFile json) throws BadGateConfigException {
    String wanted = "host:port, such as 0.0.0.0:8081";
    String text = json.text("console", wanted, "none");
    if (text.equals("none")) {
      return Optional.empty();
    }
    int colon = text.lastIndexOf(':');
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (colon < 1 || port < 0 || port > 65_535) {
        throw json.bad("console", text, wanted);
      }
      InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), port);
      if (address.isUnresolved()) {
        throw json.bad("console", text, wanted + "; this host is not known here");
      }
      return Optional.of(new ConsolePlace(address, link(json)));
    } catch (NumberFormatException e) {
      throw json.bad("console", text, wanted);
    }
  }

  /** Both or none. */
  private static Optional<OfflineLimits> offline(JsonFile json) throws BadGateConfigException {
    long bill = minor(json, "offline_bill");
    long total = minor(json, "offline_total");
    if (total < bill || (bill == 0) != (total == 0)) {
      throw json.bad(
          "offline_total",
          json.text("offline_total", "an amount", "nothing"),
          "offline_bill or more");
    }
    return bill == 0 ? Optional.empty() : Optional.of(new OfflineLimits(bill, total));
  }

  /** As usual where the object says nothing. */
  private static Optional<Odds> spotChecks(JsonFile json) throws BadGateConfigException {
    Optional<JsonFile> told = json.object("spot_checks", "an object such as {\"base\": 0.02}");
    if (told.isEmpty()) {
      return Optional.empty();
    }
    JsonFile odds = told.get();
    Set<String> known = new HashSet<>(Set.of("base", "most"));
    Map<Sign, Integer> more = new EnumMap<>(Sign.class);
    for (Sign sign : Sign.values()) {
      known.add(sign.code());
      more.put(sign, odds.millionths(sign.code(), Odds.USUAL.morePpm().getOrDefault(sign, 0)));
    }
    odds.requireKnown(known);
    int base = odds.millionths("base", Odds.USUAL.basePpm());
    int most = odds.millionths("most", Math.max(base, Odds.USUAL.mostPpm()));
    if (most < base) {
      throw odds.bad("most", "less than base", "base or more");
    }
    return Optional.of(new Odds(base, most, more));
  }

  private static Optional<Path> folder(JsonFile json, String key, String wanted)
      throws BadGateConfigException {
    Optional<Path> folder = json.optionalPath(key, wanted);
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      throw json.bad(key, folder.get().toString(), wanted);
    }
    return folder;
  }

  private static long minor(JsonFile json, String key) throws BadGateConfigException {
    String wanted = "an amount such as 50.00";
    String text = json.text(key, wanted, "0");
    try {
      return Money.parse(text, currency(json)).minor();
    } catch (IllegalArgumentException e) {
      throw json.bad(key, text, wanted);
    }
  }

  /** In the folder of data, if it is nowhere else. */
  private static LedgerPlace ledger(JsonFile json) throws BadGateConfigException {
    String wanted = "a file, or jdbc:postgresql://host:port/name";
    String text = json.text("database", wanted, "");
    if (text.startsWith(PostgresUrl.SCHEME)) {
      return new LedgerPlace.OnServer(new PostgresUrl(text));
    }
    return new LedgerPlace.InFile(
        text.isEmpty()
            ? json.path("data", "a folder").resolve("ledger.db")
            : json.path("database", wanted));
  }

  private static Currency currency(JsonFile json) throws BadGateConfigException {
    String code = json.text("currency", "a currency of ISO 4217, such as EUR");
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw json.bad("currency", code, "a currency of ISO 4217, such as EUR");
    }
  }

  private static CartKeys readers(Optional<Path> file) throws BadGateConfigException {
    return file.isPresent() ? keys(file.get()) : CartKeys.NONE;
  }

  private static CartKeys keys(Path file) throws BadGateConfigException {
    JsonFile json = JsonFile.open(file);
    Map<String, byte[]> keys = new HashMap<>();
    for (Iterator<String> carts = json.keys(); carts.hasNext(); ) {
      String cart = carts.next();
      if (cart.isBlank() || cart.length() > Limits.LONGEST_ID) {
        throw json.bad(cart, "a reader's name", "1 to %d characters".formatted(Limits.LONGEST_ID));
      }
      keys.put(cart, key(json, cart));
    }
    if (keys.isEmpty()) {
      throw json.bad("", "no readers", "a reader's name with its key");
    }
    return new CartKeys(keys);
  }

  /** The key; what was found is never quoted, as it may be most of a secret. */
  private static byte[] key(JsonFile json, String cart) throws BadGateConfigException {
    String wanted =
        "%d to %d hexadecimal digits".formatted(2 * CartKeys.LEAST_BYTES, 2 * CartKeys.MOST_BYTES);
    String hex = json.text(cart, wanted, "");
    String found = "a key of %d characters".formatted(hex.length());
    try {
      byte[] key = HexFormat.of().parseHex(hex);
      if (key.length >= CartKeys.LEAST_BYTES && key.length <= CartKeys.MOST_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw json.bad(cart, found, wanted);
    }
    throw json.bad(cart, found, wanted);
  }
}
