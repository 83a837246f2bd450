package pannier.pricing.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.domain.catalogue.Handling;
import pannier.domain.catalogue.ProductId;
import pannier.domain.money.Money;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.csv.CatalogueFile;
import pannier.pricing.rule.SaleTerms;
import picocli.CommandLine;

class ImportCommandTest {
  private static final String CSV =
      """
      product,name,unit,price,currency,mass_g,mass_sd_g,gtin,plu,tare_g,tax,snap,snap_class,deposit,deposit_by_law,age_limit,embedded,reduced_percent,photos
      cola,Cola 0.5 l,piece,1.99,USD,530,3,5449000000996,,0,general,true,soft-drinks,0.10,0.05,0,none,0,cola
      ham,"Ham, sliced",kg,19.90,USD,150,20,,4011,8,food,true,,,,,mass,50,
      beer,Beer,piece,1.49,USD,520,3,4006381333931,,,general,false,,0.08,,18,,,
      """;

  private static final String JSON =
      """
      {"currency":"USD","shop":{"ignored":true},"products":[
      {"product":"cola","name":"Cola 0.5 l","unit":"piece","price":"1.99","mass_g":530,"mass_sd_g":3,
       "gtin":"5449000000996","tax":"general","snap":true,"snap_class":"soft-drinks",
       "deposit":"0.10","deposit_by_law":"0.05","photos":["cola"]},
      {"product":"ham","name":"Ham, sliced","unit":"kg","price":"19.90","mass_g":150,"mass_sd_g":20,
       "plu":[4011],"tare_g":8,"tax":"food","snap":true,"embedded":"mass","reduced_percent":50},
      {"product":"beer","name":"Beer","unit":"piece","price":"1.49","mass_g":520,"mass_sd_g":3,
       "codes":["4006381333931"],"tax":"general","snap":false,"deposit":"0.08","age_limit":18}]}
      """;

  @TempDir Path folder = Path.of(".");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({"csv", "json"})
  void everyFieldArrivesAndIsWrittenAgain(String kind) throws Exception {
    Files.createDirectory(folder.resolve("cola"));
    assertEquals(0, run("shop." + kind, kind.equals("csv") ? CSV : JSON), err.toString());

    Assortment store = CatalogueFile.open(folder.resolve("store/catalogue.csv"));
    ProductId cola = new ProductId("cola");
    ProductId ham = new ProductId("ham");
    assertEquals(3, store.catalogue().products().size());
    assertEquals("Ham, sliced", store.catalogue().get(ham).name());
    assertEquals(List.of("4011"), store.catalogue().get(ham).codes());
    assertEquals(20, store.catalogue().get(ham).pieceMass().standardDeviationGrams());
    SaleTerms terms = store.termsOf(cola);
    assertEquals("general", terms.taxClass().orElseThrow());
    assertTrue(terms.snapEligible());
    assertEquals("soft-drinks", terms.snapClass());
    Money five = Money.parse("0.05", store.catalogue().currency());
    assertEquals(five, terms.deposit().orElseThrow().byLaw());
    assertEquals(
        new Handling(8, 0, Handling.Embedded.MASS, 50), store.catalogue().get(ham).handling());
    assertEquals(18, store.catalogue().get(new ProductId("beer")).handling().ageLimit());
    assertEquals(List.of(folder.resolve("cola").toString()), store.photosOf(cola));
  }

  @Test
  void dryRunWritesNothing() throws Exception {
    Files.createDirectory(folder.resolve("cola"));
    assertEquals(0, run("shop.csv", CSV, "--dry-run"));
    assertFalse(Files.exists(folder.resolve("store")));
    assertTrue(out.toString().contains("\"products\":3"), out.toString());
  }

  @Test
  void everyBadRowIsListedAndTheOldCatalogueStays() throws Exception {
    Files.createDirectory(folder.resolve("cola"));
    run("shop.csv", CSV);
    String before = Files.readString(folder.resolve("store/catalogue.csv"));
    String bad =
        CSV.replace("piece,1.99", "litre,1.999")
            .replace("18,,,", "180,,,")
            .replace("mass,50,", "mass,500,");

    assertEquals(2, run("shop.csv", bad));
    List<String> lines = out.toString().lines().toList();
    assertEquals(5, lines.size(), out.toString());
    assertTrue(lines.get(0).contains("\"line\":2,\"field\":\"unit\",\"found\":\"'litre'\""));
    assertTrue(lines.get(1).contains("\"line\":2,\"field\":\"price\",\"found\":\"'1.999'\""));
    assertTrue(lines.get(2).contains("\"line\":3,\"field\":\"reduced_percent\""), lines.get(2));
    assertTrue(lines.get(3).contains("\"line\":4,\"field\":\"age_limit\""), lines.get(3));
    assertTrue(lines.get(4).contains("\"faults\":4,\"imported\":false"), lines.get(4));
    assertEquals(before, Files.readString(folder.resolve("store/catalogue.csv")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"snap\":false|\"snap\":\"maybe\"|8|snap|true or false",
        "\"deposit_by_law\":\"0.05\"|\"deposit_by_law\":\"0.50\"|4|deposit_by_law|at most the deposit",
        "\"embedded\":\"mass\"|\"embedded\":\"colour\"|6|embedded|one of none, price, mass",
        "\"tare_g\":8|\"tare_g\":-8|6|tare_g|grams from 0 to 20000",
        "\"mass_g\":530|\"mass_g\":0|2|mass_g|grams from 0.1",
        "\"plu\":[4011]|\"plu\":[\"x\"]|6|plu|3 to 14 digits",
        "[\"cola\"]|[\"nowhere\"]|4|photos|a folder or a picture that is there",
        "\"product\":\"ham\"|\"product\":\"cola\"|5|product|each product once",
        "\"currency\":\"USD\"|\"currency\":\"US\"|1|currency|a currency of ISO 4217",
      })
  void badJsonValueHasItsLineAndField(
      String right, String wrong, int line, String field, String wanted) throws Exception {
    Files.createDirectory(folder.resolve("cola"));
    String bad = JSON.replace(right, wrong);
    assertFalse(bad.equals(JSON), "nothing was replaced");

    assertEquals(2, run("shop.json", bad, "--dry-run"));
    String first = out.toString().lines().findFirst().orElse("");
    assertTrue(first.contains("\"field\":\"" + field + "\""), first);
    assertTrue(first.contains(wanted), first);
    assertTrue(first.contains("\"line\":" + line + ","), first);
  }

  @Test
  void whatIsNoProductIsAFaultAmongTheOthers() throws Exception {
    String bad =
        """
        {"currency":"USD","products":[7,
         {"product":"milk","name":{"en":"Milk"},"unit":"piece","price":"1.00","mass_g":1,"mass_sd_g":0},
         null,
         {"product":"cola"}]}
        """;
    assertEquals(2, run("shop.json", bad, "--dry-run"));
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.get(0).contains("\"line\":1,\"field\":\"products\",\"found\":\"a number\""));
    assertTrue(lines.get(1).contains("\"line\":2,\"field\":\"name\",\"found\":\"an object\""));
    assertTrue(lines.stream().anyMatch(it -> it.contains("\"line\":3,\"field\":\"products\"")));
    assertTrue(lines.stream().anyMatch(it -> it.contains("\"line\":4,\"field\":\"price\"")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{|broken JSON",
        "[]|found a list; expected an object",
        "{\"products\":[1]}|expected a product",
        "{\"products\":{}}|expected a list of products",
        "{\"currency\":\"USD\",\"products\":[]}|expected at least one product",
        "{} {}|more after the end",
      })
  void brokenJsonIsOneFault(String text, String complaint) throws Exception {
    Path file = Files.writeString(folder.resolve("shop.json"), text);
    assertEquals(2, Shell.run(command(), file.toString()));
    assertTrue(err.toString().contains(complaint), err.toString());
  }

  @Test
  void missingFileIsNamed() {
    assertEquals(2, Shell.run(command(), folder.resolve("none.csv").toString()));
    assertTrue(err.toString().contains("none.csv: found no such file"), err.toString());
  }

  private int run(String name, String text, String... more) throws IOException {
    out.getBuffer().setLength(0);
    Path file = Files.writeString(folder.resolve(name), text);
    List<String> args = new ArrayList<>(List.of(file.toString(), "--json", "--into"));
    args.add(folder.resolve("store").toString());
    args.addAll(List.of(more));
    return Shell.run(command(), args.toArray(String[]::new));
  }

  private CommandLine command() {
    return new CommandLine(new ImportMain())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true));
  }
}
