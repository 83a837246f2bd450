package pannier.pricing.csv;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import pannier.domain.catalogue.Handling;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.rule.SaleTerms;

/** Assortments as files: read from CSV or JSON, written as CSV. */
public final class CatalogueFile {
  private CatalogueFile() {}

  /** Reads JSON where the name ends so, CSV otherwise. */
  public static Assortment open(Path file) throws BadCatalogueException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".json") ? CatalogueJson.open(file) : CatalogueCsv.openAssortment(file);
  }

  /**
   * Puts an assortment at {@code target}: whoever reads it finds the old file or the new one, never
   * half of it.
   *
   * @param photos the folder to which its photos are relative; they are written as absolute paths
   */
  public static void write(Assortment assortment, Path target, Path photos) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, ".catalogue", ".csv");
    try {
      try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8);
          CSVPrinter rows = new CSVPrinter(writer, CSVFormat.RFC4180)) {
        rows.printRecord(Arrays.stream(Column.values()).map(Column::title).toList());
        for (Product product : assortment.catalogue().products()) {
          rows.printRecord(row(assortment, product, photos));
        }
      }
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static List<Object> row(Assortment assortment, Product product, Path photos) {
    SaleTerms terms = assortment.termsOf(product.id());
    Handling handling = product.handling();
    List<String> pictures =
        assortment.photosOf(product.id()).stream()
            .map(photo -> photos.resolve(photo).toAbsolutePath().normalize().toString())
            .toList();
    return List.of(
        product.id(),
        product.name(),
        product.unit() == SaleUnit.PIECE ? "piece" : "kg",
        product.price().toDecimal(),
        product.price().currency(),
        product.pieceMass().mean().grams(),
        product.pieceMass().standardDeviationGrams(),
        String.join(" ", product.codes()),
        "",
        "",
        handling.tareGrams(),
        terms.taxClass().orElse(""),
        terms.snapEligible(),
        terms.snapClass(),
        terms.deposit().map(it -> it.amount().toDecimal()).orElse(""),
        terms.deposit().map(it -> it.byLaw().toDecimal()).orElse(""),
        handling.ageLimit(),
        handling.embedded().word(),
        handling.mostReductionPercent(),
        String.join(";", pictures));
  }
}
