package pannier.pricing.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Feeds card numbers to each cell of a catalogue and each value and key of a bill. */
class PricingCardProbeTest {
  /** Test numbers that card schemes publish. */
  private static final List<String> CARDS =
      List.of("4111111111111111", "5555 5555 5555 4444", "3782-822463-10005");

  private static final List<String> COLUMNS =
      List.of(
          ("product,name,unit,price,currency,mass_g,mass_sd_g,gtin,plu,tare_g,tax,snap,snap_class,"
                  + "deposit,deposit_by_law,age_limit,embedded,reduced_percent,photos")
              .split(",", -1));

  private static final List<String> CELLS =
      List.of(
          ("cola,Cola,piece,1.99,USD,530,3,5449000000996,4011,0,general,true,soft-drinks,"
                  + "0.10,0.05,0,none,0,")
              .split(",", -1));

  private static final String BILL =
      """
      {"currency":"USD","prices_include_tax":false,"tax_rounding":"invoice","state":"TX",
       "store":"Austin","date":"2026-05-01","tax_rates":{"general":"0.0825","food":"0"},
       "catalogue":[
        {"product":"milk","name":"Milk","unit":"piece","price":"3.49","tax":"food","snap":true,
         "snap_class":"dairy","deposit":"0.05"}],
       "promotions":[{"kind":"percent","name":"Off","product":"milk","percent":10,"coupon":"M"}],
       "snap_restrictions":[{"class":"dairy","states":["TX"],"stores":["Austin"]}],
       "lines":[{"product":"milk","pieces":3}],"coupons":["M"],
       "tenders":[{"kind":"snap","balance":"5.00"},{"kind":"card"}]}
      """;

  private final ObjectMapper json = new ObjectMapper();
  private final List<String> said = new ArrayList<>();

  @TempDir Path folder = Path.of(".");

  @Test
  void noCellOfACatalogueMayHoldACard() throws Exception {
    for (int i = 0; i < CELLS.size(); i++) {
      for (String card : CARDS) {
        List<String> row = new ArrayList<>(CELLS);
        row.set(i, card);
        String csv = String.join(",", COLUMNS) + "\n" + String.join(",", row) + "\n";
        assertEquals(2, imported("shop.csv", csv), COLUMNS.get(i) + " takes a card number");
        ObjectNode product = json.createObjectNode();
        for (int column = 0; column < row.size(); column++) {
          product.put(COLUMNS.get(column), row.get(column));
        }
        ObjectNode whole = json.createObjectNode().put("currency", "USD");
        whole.putArray("products").add(product);
        assertEquals(2, imported("shop.json", whole.toString()), COLUMNS.get(i));
      }
    }
    assertNothingSaidOrKept();
  }

  @Test
  void noTextOfABillIsSaidAgainIfItIsACard() throws Exception {
    assertEquals(0, priced(BILL), said.toString());
    List<JsonNode> wrongs = new ArrayList<>();
    for (String card : CARDS) {
      JsonNode right = json.readTree(BILL);
      replaced(right, right, card, wrongs);
    }
    assertTrue(wrongs.size() > 100, wrongs.size() + " bills");
    for (JsonNode wrong : wrongs) {
      priced(wrong.toString());
    }
    assertNothingSaidOrKept();
  }

  /** The whole once for each value and key below {@code node}, with the card's number there. */
  private static void replaced(JsonNode whole, JsonNode node, String card, List<JsonNode> wrongs) {
    if (node instanceof ObjectNode object) {
      for (String key : object.properties().stream().map(it -> it.getKey()).toList()) {
        JsonNode value = object.get(key);
        object.put(key, card);
        wrongs.add(whole.deepCopy());
        object.remove(key);
        object.set(card, value);
        wrongs.add(whole.deepCopy());
        object.remove(card);
        object.set(key, value);
        replaced(whole, value, card, wrongs);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode value = array.get(i);
        array.set(i, card);
        wrongs.add(whole.deepCopy());
        array.set(i, value);
        replaced(whole, value, card, wrongs);
      }
    }
  }

  private int imported(String name, String text) throws Exception {
    Path file = Files.writeString(folder.resolve(name), text);
    int status = run(new ImportMain(), file.toString(), "--into", folder.resolve("in").toString());
    Files.delete(file);
    return status;
  }

  private int priced(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("bill.json"), text);
    int status = run(new PriceMain(), file.toString());
    run(new PriceMain(), "--words", file.toString());
    Files.delete(file);
    return status;
  }

  private int run(Callable<Integer> command, String... args) {
    StringWriter words = new StringWriter();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(words));
    line.setErr(new PrintWriter(words));
    int status = line.execute(args);
    said.add(words.toString());
    return status;
  }

  private void assertNothingSaidOrKept() throws Exception {
    assertNoCards(String.join("\n", said));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertNoCards(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static void assertNoCards(String text) {
    for (String card : CARDS) {
      int at = text.indexOf(card);
      assertFalse(at >= 0, () -> text.substring(Math.max(0, at - 200), at + 40));
    }
  }
}
