package pannier.pricing.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;

class CatalogueCsvTest {
  private static final String HEADER = "product,name,unit,price,currency,mass_g,mass_sd_g\n";
  private static final String MILK = "milk,Milk 1 l,piece,1.19,EUR,1032,4\n";

  @Test
  void readsPiecesAndKilograms() throws Exception {
    Catalogue catalogue = read(HEADER + MILK + "pears,\"Pears, loose\",kg,2.5,EUR,180,25\n");

    Product pears = catalogue.get(new ProductId("pears"));
    assertEquals("Pears, loose", pears.name());
    assertEquals(SaleUnit.KILOGRAM, pears.unit());
    assertEquals("2.50 EUR", pears.price().toString());
    assertEquals(1032, catalogue.get(new ProductId("milk")).pieceMass().mean().grams());
  }

  @Test
  void columnsMayStandInAnyOrderAndBeMore() throws Exception {
    Catalogue catalogue =
        read(
            """
            \uFEFFgtin,currency,name,product,mass_sd_g,colour,unit,price,mass_g,codes\r
            4006381333931,EUR,Milk,milk,4,white,piece,1.19,1032,4011 4012\r
            """);

    Product milk = catalogue.get(new ProductId("milk"));
    assertEquals(List.of("4011", "4012", "4006381333931"), milk.codes());
    assertEquals(milk, catalogue.findByCode("4006381333931").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "milk,Milk,piece,cheap,EUR,1,0|price: found 'cheap'; expected a price of 0 or more",
        "milk,Milk,piece,-1.00,EUR,1,0|price: found '-1.00'; expected a price of 0 or more",
        "milk,Milk,piece,1.005,EUR,1,0|price: found '1.005'; expected a price of 0 or more with at",
        "milk,Milk,piece,1e3,EUR,1,0|price: found '1e3'",
        "milk,Milk,piece,1000000000,EUR,1,0|price: found '1000000000'",
        "milk,Mi\tlk,piece,1,EUR,1,0|name: found 'Mi lk'; expected a name of",
        "milk,Milk,piece,,EUR,1,0|price: found nothing",
        "milk,Milk,litre,1,EUR,1,0|unit: found 'litre'; expected piece or kg",
        "milk,Milk,piece,1,Euro,1,0|currency: found 'Euro'; expected a currency of ISO 4217",
        "milk,Milk,piece,1,EUR,heavy,0|mass_g: found 'heavy'; expected grams from 0.1 to 100000",
        "milk,Milk,piece,1,EUR,0,0|mass_g: found '0'",
        "milk,Milk,piece,1,EUR,1,-2|mass_sd_g: found '-2'; expected grams from 0 to 100000",
        ",Milk,piece,1,EUR,1,0|product: found nothing; expected an id",
        "milk,,piece,1,EUR,1,0|name: found nothing; expected a name",
        "milk,Milk,piece,1,EUR,1|found 6 cells; expected 7 cells",
      })
  void badRowNamesFileLineColumnAndValue(String row, String expected) {
    String said = faultOf(HEADER + "eggs,Eggs,piece,2.00,EUR,600,9\n" + row + "\n").getMessage();

    assertTrue(said.startsWith("shop.csv, line 3"), said);
    assertTrue(said.contains(expected), said);
    assertTrue(said.lines().count() == 1, said);
  }

  @Test
  void everyBadRowIsListed() {
    BadCatalogueException fault =
        faultOf(HEADER + MILK + "a,A,box,1,EUR,1,0\n" + MILK + "b,B,piece,x,USD,1,0\n");

    assertEquals(
        List.of("3 unit", "4 product", "5 currency"),
        fault.faults().stream().map(f -> f.line() + " " + f.column()).toList());
    assertTrue(fault.getMessage().endsWith("(and 2 more)"), fault.getMessage());
  }

  @Test
  void oneCodeNamesOneProduct() {
    String header = "product,name,unit,price,currency,mass_g,mass_sd_g,codes\n";
    BadCatalogueException fault =
        faultOf(header + "a,A,piece,1,EUR,1,0,4011\nb,B,piece,1,EUR,1,0,4011\n");

    assertEquals(
        "shop.csv, line 3, codes: found '4011'; expected each code once; it stands in line 2 too",
        fault.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|shop.csv: found an empty file",
        "'product,name,'|shop.csv: found a broken header",
        "'product,name'|shop.csv, line 1, unit: found no such column",
        "'product,product'|shop.csv: found a broken header",
        "'product,name,unit,price,currency,mass_g,mass_sd_g'|line 1: found a header alone",
      })
  void brokenHeadersAreNamed(String text, String expected) {
    String said = faultOf(text).getMessage();
    assertTrue(said.contains(expected), said);
  }

  @Test
  void openQuoteIsNamedWithItsLine() {
    assertEquals(
        "shop.csv, line 3: found broken quotes; expected each quote closed, or doubled inside;"
            + " what follows is not read",
        faultOf(HEADER + MILK + "pears,\"Pears,kg,2.5,EUR,180,25\n").getMessage());
  }

  @Test
  void faultsBeforeAnOpenQuoteAreListedToo() {
    String wrong = MILK.replace("piece", "litre") + "pears,\"Pears,kg,2.5,EUR,180,25\n";
    List<BadCell> faults = faultOf(HEADER + wrong).faults();
    assertEquals(List.of(2L, 3L), faults.stream().map(BadCell::line).toList());
    assertEquals("unit", faults.getFirst().column());
  }

  @Test
  void missingFileAndForeignBytesAreNamed(@TempDir Path folder) throws Exception {
    Path absent = folder.resolve("absent.csv");
    assertEquals(
        absent + ": found no such file; expected a catalogue in CSV",
        assertThrows(BadCatalogueException.class, () -> CatalogueCsv.open(absent)).getMessage());

    Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'p', (byte) 0xE4, '\n'});
    assertTrue(
        assertThrows(BadCatalogueException.class, () -> CatalogueCsv.open(latin))
            .getMessage()
            .endsWith("expected text in UTF-8"));
  }

  @Test
  void readsTheRecordedTripsCatalogue() throws Exception {
    Path shared = Path.of(System.getProperty("pannier.shared", "../../../shared"));
    Path file = shared.resolve("data/trips/bottles/catalogue.csv");
    Assumptions.assumeTrue(Files.exists(file), "no shared data beside the project");

    Catalogue catalogue = CatalogueCsv.open(file);

    Product water = catalogue.get(new ProductId("still-water-0.5l"));
    assertEquals("2.37", water.price().times(3).toDecimal()); // issue 2: three bottles are 2.37 EUR
  }

  private static BadCatalogueException faultOf(String text) {
    return assertThrows(BadCatalogueException.class, () -> read(text));
  }

  private static Catalogue read(String text) throws BadCatalogueException {
    return CatalogueCsv.read("shop.csv", new StringReader(text));
  }
}
