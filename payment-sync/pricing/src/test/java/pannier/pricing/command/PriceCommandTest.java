package pannier.pricing.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PriceCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The bill of the contract, with single quotes. */
  private static final String BILL =
      """
      {'currency':'USD','prices_include_tax':false,'tax_rounding':'invoice',
       'tax_rates':{'general':'0.0825','food':'0'},
       'catalogue':[
        {'product':'milk','name':'Milk','unit':'piece','price':'3.49','tax':'food','snap':true},
        {'product':'soda','name':'Soda','unit':'piece','price':'1.99','tax':'general','snap':true,
         'deposit':'0.05'},
        {'product':'bananas','name':'Bananas','unit':'kg','price':'1.30','tax':'food','snap':true},
        {'product':'soap','name':'Soap','unit':'piece','price':'2.50','tax':'general'}],
       'promotions':[{'kind':'n_for_m','product':'milk','n':3,'m':2},
        {'kind':'percent','product':'soap','percent':10}],
       'lines':[{'product':'milk','pieces':3},{'product':'bananas','mass_g':820},
        {'product':'soap','pieces':1}],
       'tenders':[{'kind':'snap','balance':'5.00'},{'kind':'gift','balance':'1.00'},
        {'kind':'card'}]}
      """
          .replace('\'', '"');

  @TempDir Path folder = Path.of(".");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void billOfTheContractComesToWhatItSays() throws Exception {
    JsonNode bill = priced(_ -> {});

    JsonNode milk = bill.at("/lines/0");
    assertEquals("10.47", milk.get("gross").textValue());
    assertEquals("3.49", milk.get("discount").textValue());
    assertEquals("6.98", milk.get("net").textValue());
    assertEquals("1.07", bill.at("/lines/1/net").textValue()); // 0.820 x 1.30 = 1.066
    assertEquals("2.25", bill.at("/lines/2/net").textValue());
    assertEquals("10.30", bill.get("subtotal").textValue());
    assertEquals("0.19", bill.get("tax").textValue()); // 2.25 x 0.0825 = 0.185625
    assertEquals("0.00", bill.get("deposits").textValue());
    assertEquals("10.49", bill.get("total").textValue());
    assertEquals("snap 5.00, gift 1.00, card 4.49", tenders(bill));
    assertEquals("0.00", bill.get("due").textValue());
  }

  @Test
  void whatBenefitsPayIsNotTaxedAndTaxedGoodsComeFirst() throws Exception {
    JsonNode bill =
        priced(
            root -> {
              lines(root).addObject().put("product", "soda").put("pieces", 2);
              tender(root, 0).put("balance", "3.98");
            });

    assertEquals("0.19", bill.get("tax").textValue()); // the soap's alone
    assertEquals("0.10", bill.get("deposits").textValue());
    assertEquals("14.57", bill.get("total").textValue()); // 14.28 + 0.19 + 0.10
    assertEquals("snap 3.98, gift 1.00, card 9.59", tenders(bill));
  }

  @Test
  void benefitsPayNoDepositUnlessTheLawAsksForIt() throws Exception {
    Consumer<ObjectNode> sodaAlone =
        root -> {
          lines(root).removeAll().addObject().put("product", "soda").put("pieces", 1);
          tender(root, 0).put("balance", "50.00");
        };
    assertEquals("snap 1.99, gift 0.05, card 0.00", tenders(priced(sodaAlone)));

    JsonNode byLaw =
        priced(
            sodaAlone.andThen(
                root -> ((ObjectNode) root.at("/catalogue/1")).put("deposit_by_law", "0.05")));
    assertEquals("snap 2.04, gift 0.00, card 0.00", tenders(byLaw));
  }

  @Test
  void tendersThatDoNotCoverLeaveSomethingDue() throws Exception {
    JsonNode bill = priced(root -> ((ArrayNode) root.get("tenders")).remove(2));
    assertEquals("4.49", bill.get("due").textValue());

    JsonNode none = priced(root -> root.remove("tenders"));
    assertEquals("10.49", none.get("due").textValue());
  }

  @Test
  void optionalKeysMayBeMissing() throws Exception {
    JsonNode bill =
        priced(
            root -> {
              root.remove("promotions");
              root.get("catalogue").forEach(it -> ((ObjectNode) it).remove("tax"));
              root.get("catalogue").forEach(it -> ((ObjectNode) it).remove("snap"));
            });

    assertEquals("14.04", bill.get("total").textValue());
    assertEquals("snap 0.00, gift 1.00, card 13.04", tenders(bill));
  }

  @Test
  void shareAndLinePayersDivideTheBillWithoutLoss() throws Exception {
    JsonNode thirds =
        priced(
            root -> {
              ArrayNode tenders = root.putArray("tenders");
              tenders.addObject().put("kind", "card").put("share", "0.333333333");
              tenders.addObject().put("kind", "card").put("share", "0.333333333");
              tenders.addObject().put("kind", "cash");
            });
    assertEquals("card 3.50, card 3.49, cash 3.50", tenders(thirds)); // 10.49 / 3

    JsonNode lines =
        priced(
            root -> {
              ArrayNode tenders = root.putArray("tenders");
              tenders.addObject().put("kind", "card");
              tenders.addObject().put("kind", "gift").putArray("lines").add(2);
            });
    assertEquals("card 8.05, gift 2.44", tenders(lines)); // the soap with its tax
  }

  @Test
  void restrictedClassIsNotPaidByBenefitsFromItsDateInItsState() throws Exception {
    Consumer<ObjectNode> texas =
        root -> {
          lines(root).removeAll().addObject().put("product", "soda").put("pieces", 1);
          ((ObjectNode) root.at("/catalogue/1")).put("snap_class", "soft-drinks");
          ObjectNode rule = root.putArray("snap_restrictions").addObject();
          rule.put("class", "soft-drinks").put("from", "2026-04-01").putArray("states").add("TX");
          root.put("state", "TX");
        };

    Consumer<ObjectNode> before = texas.andThen(root -> root.put("date", "2026-03-31"));
    Consumer<ObjectNode> since = texas.andThen(root -> root.put("date", "2026-04-01"));
    Consumer<ObjectNode> elsewhere = since.andThen(root -> root.put("state", "NM"));
    assertEquals("1.99", priced(before).at("/tenders/0/amount").textValue());
    assertEquals("0.00", priced(since).at("/tenders/0/amount").textValue());
    assertEquals("1.99", priced(elsewhere).at("/tenders/0/amount").textValue());
  }

  @Test
  void stateAndLocalRatesAddUpFromTheirDates() throws Exception {
    Consumer<ObjectNode> rates =
        root -> {
          ArrayNode general = ((ObjectNode) root.get("tax_rates")).putArray("general");
          general.addObject().put("rate", "0.0625").put("authority", "state");
          general
              .addObject()
              .put("rate", "0.02")
              .put("authority", "city")
              .put("from", "2026-01-01");
        };
    assertEquals(
        "0.14", priced(rates.andThen(it -> it.put("date", "2025-12-31"))).get("tax").textValue());
    assertEquals(
        "0.19", priced(rates.andThen(it -> it.put("date", "2026-01-01"))).get("tax").textValue());
  }

  @Test
  void couponsAndLoyaltyPricesAreForThoseWhoHaveThem() throws Exception {
    Consumer<ObjectNode> offers =
        root -> {
          ArrayNode rows = root.putArray("promotions");
          rows.addObject().put("kind", "loyalty_price").put("product", "milk").put("price", "3.00");
          rows.addObject().put("kind", "amount_off").put("amount", "2.00").put("code", "TWO");
        };
    assertEquals("14.04", priced(offers).get("subtotal").textValue());
    assertEquals(
        "12.57", priced(offers.andThen(it -> it.put("member", true))).get("subtotal").textValue());
    assertEquals(
        "12.04",
        priced(offers.andThen(it -> it.putArray("coupons").add("TWO")))
            .get("subtotal")
            .textValue());
  }

  @Test
  void lowerOfShelfAndGatePriceHolds() throws Exception {
    JsonNode bill = priced(root -> ((ObjectNode) root.at("/lines/2")).put("shelf_price", "2.00"));
    assertEquals("1.80", bill.at("/lines/2/net").textValue());
    JsonNode dearer = priced(root -> ((ObjectNode) root.at("/lines/2")).put("shelf_price", "9.00"));
    assertEquals("2.25", dearer.at("/lines/2/net").textValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/lines/0/product|'cheese'|lines[0].product: found \"cheese\"; expected a product of the catalogue",
        "/lines/0/pieces|0|lines[0].pieces: found 0; expected a whole number from 1 to 10000",
        "/lines/1/mass_g|-1|lines[1].mass_g: found -1; expected whole grams from 0 to 100000",
        "/catalogue/0/price|'3.499'|catalogue[0].price: found \"3.499\"; expected an amount",
        "/catalogue/0/price|3.49|catalogue[0].price: found 3.49; expected an amount in quotes",
        "/catalogue/0/price|'-1.00'|catalogue[0].price: found \"-1.00\"; expected an amount",
        "/catalogue/0/tax|'wine'|catalogue[0].tax: found \"wine\"; expected a class of tax_rates",
        "/catalogue/1/product|'milk'|catalogue[1].product: found \"milk\"; expected each product once",
        "/catalogue/0/unit|'litre'|catalogue[0].unit: found \"litre\"; expected \"piece\" or \"kg\"",
        "/tax_rates/general|'8.25'|tax_rates.general: found \"8.25\"; expected a rate from",
        "/tax_rounding|'up'|tax_rounding: found \"up\"; expected \"item\"",
        "/currency|'XXX'|currency: found \"XXX\"; expected a currency",
        "/promotions/0/m|3|promotions[0].m: found 3; expected a whole number below n, from 1 to 2",
        "/promotions/1/percent|101|promotions[1].percent: found 101; expected a number from 0",
        "/promotions/1/product|'x'|promotions[1].product: found \"x\"; expected a product",
        "/tenders/0/kind|'iou'|tenders[0].kind: found \"iou\"; expected snap, ebt_cash",
        "/tenders/0/balance|'x'|tenders[0].balance: found \"x\"; expected an amount",
        "/tenders/0|'x'|tenders[0]: found \"x\"; expected an object",
        "/lines|{}|lines: found {}; expected a list",
      })
  void badValueIsNamedWithItsPlace(String pointer, String value, String complaint)
      throws Exception {
    JsonNode root = JSON.readTree(BILL);
    int cut = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, cut));
    JsonNode bad = JSON.readTree(value.replace('\'', '"'));
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(pointer.substring(cut + 1)), bad);
    } else {
      ((ObjectNode) parent).set(pointer.substring(cut + 1), bad);
    }

    assertEquals(2, run(root.toString()));
    assertTrue(err.toString().contains("case.json, " + complaint), err.toString());
    assertEquals(1, err.toString().lines().count());
    assertEquals("", out.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "''|file: found",
        "[]|file: found []; expected one object",
        "{'a':1,'a':2}|line 1, column",
        "{}|currency: found nothing; expected",
        "{'currency':'USD'}|catalogue: found nothing; expected",
        "{'currency':'USD'} x|line 1",
      })
  void brokenFileIsOneLineToo(String text, String complaint) throws Exception {
    assertEquals(2, run(text.replace('\'', '"')));
    assertTrue(err.toString().contains("case.json, " + complaint), err.toString());
    assertEquals(1, err.toString().lines().count());
  }

  @Test
  void missingFileAndMissingArgumentAreBadUsage() throws Exception {
    assertEquals(2, run(folder.resolve("none.json")));
    assertTrue(err.toString().contains("none.json, file: found no such file"), err.toString());
    assertEquals(2, Shell.run(command()));
  }

  @Test
  void unknownKeysArePassedOverWithAWord() throws Exception {
    JsonNode bill = priced(root -> root.put("promotion", "3 for 2"));
    assertEquals("10.49", bill.get("total").textValue());
    assertTrue(err.toString().contains("passed over promotion"), err.toString());
  }

  @Test
  void wordsExplainEachLine() throws Exception {
    Files.writeString(folder.resolve("case.json"), BILL);
    assertEquals(0, Shell.run(command(), "--words", folder.resolve("case.json").toString()));
    assertTrue(out.toString().contains("3 for 2"), out.toString());
    assertFalse(out.toString().contains("{"), out.toString());
  }

  private JsonNode priced(Consumer<ObjectNode> change) throws IOException {
    ObjectNode root = (ObjectNode) JSON.readTree(BILL);
    change.accept(root);
    out.getBuffer().setLength(0);
    assertEquals(0, run(root.toString()), err.toString());
    return JSON.readTree(out.toString());
  }

  private int run(String text) throws IOException {
    return run(Files.writeString(folder.resolve("case.json"), text));
  }

  private int run(Path file) {
    return Shell.run(command(), file.toString(), "--json");
  }

  private CommandLine command() {
    return new CommandLine(new PriceMain())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
  }

  private static ArrayNode lines(ObjectNode root) {
    return (ArrayNode) root.get("lines");
  }

  private static ObjectNode tender(ObjectNode root, int index) {
    return (ObjectNode) root.get("tenders").get(index);
  }

  private static String tenders(JsonNode bill) {
    StringBuilder text = new StringBuilder();
    for (JsonNode tender : bill.get("tenders")) {
      text.append(text.isEmpty() ? "" : ", ")
          .append(tender.get("kind").textValue())
          .append(' ')
          .append(tender.get("amount").textValue());
    }
    return text.toString();
  }
}
