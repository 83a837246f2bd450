package pannier.pricing.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Handling;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.mass.Mass;
import pannier.domain.mass.MassSpread;
import pannier.domain.money.Money;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.rule.SaleTerms;

/** Turns rows into products, and remembers every fault on the way. */
final class CatalogueRows {
  private static final int LONGEST_ID = 128;
  private static final int LONGEST_NAME = 256;

  /** A tenth of a gram to 100 kg: nothing else stands in a shop's basket. */
  private static final double LEAST_MASS_GRAMS = 0.1;

  private static final double MOST_MASS_GRAMS = 100_000;

  private final String file;
  private final Traits traits;
  private final List<Product> products = new ArrayList<>();
  private final Map<ProductId, SaleTerms> terms = new HashMap<>();
  private final Map<ProductId, List<String>> photos = new HashMap<>();
  private final List<BadCell> faults = new ArrayList<>();
  private final Map<String, Long> lineOfProduct = new HashMap<>();
  private final Map<String, Long> lineOfCode = new HashMap<>();
  private @Nullable Currency currency;

  /**
   * @param folder where photos are looked for
   */
  CatalogueRows(String file, Optional<Path> folder) {
    this.file = file;
    this.traits = new Traits(folder);
  }

  void accept(TableRow row) {
    Cells cells = new Cells(file, row);
    Optional<Product> product = product(row.line(Column.PRODUCT), cells);
    if (product.isPresent()) {
      ProductId id = product.get().id();
      SaleTerms sale = traits.terms(cells, product.get().price().currency());
      List<String> pictures = traits.photos(cells);
      if (cells.faults().isEmpty()) {
        products.add(product.get());
        terms.put(id, sale);
        photos.put(id, pictures);
      }
    }
    faults.addAll(cells.faults());
  }

  void fault(BadCell fault) {
    faults.add(fault);
  }

  Assortment finish() throws BadCatalogueException {
    Currency shops = currency;
    if (faults.isEmpty() && (products.isEmpty() || shops == null)) {
      faults.add(new BadCell(file, 1, "", "a header alone", "at least one product below it"));
    }
    faults.sort(Comparator.comparingLong(BadCell::line));
    if (!faults.isEmpty() || shops == null) {
      throw new BadCatalogueException(faults);
    }
    return new Assortment(new Catalogue(shops, products), terms, photos);
  }

  private Optional<Product> product(long line, Cells cells) {
    String id = id(line, cells);
    String name = cells.filled(Column.NAME, LONGEST_NAME, "a name of 1 to 256 characters");
    Optional<SaleUnit> unit = cells.unit();
    Optional<Money> price = cells.currency().flatMap(given -> price(cells, given));
    double mean = cells.grams(Column.MASS_G, LEAST_MASS_GRAMS, MOST_MASS_GRAMS);
    double spread = cells.grams(Column.MASS_SD_G, 0, MOST_MASS_GRAMS);
    List<String> codes = codes(line, cells);
    Handling handling = Traits.handling(cells);
    if (!cells.faults().isEmpty() || unit.isEmpty() || price.isEmpty()) {
      return Optional.empty();
    }
    MassSpread mass = new MassSpread(Mass.ofGrams(mean), spread);
    return Optional.of(
        new Product(new ProductId(id), name, unit.get(), price.get(), mass, codes, handling));
  }

  private String id(long line, Cells cells) {
    String id = cells.filled(Column.PRODUCT, LONGEST_ID, "an id of 1 to 128 characters");
    Long before = lineOfProduct.putIfAbsent(id, line);
    if (before != null && !id.isEmpty()) {
      cells.fault(Column.PRODUCT, "each product once; it stands in line %d too".formatted(before));
    }
    return id;
  }

  private Optional<Money> price(Cells cells, Currency given) {
    if (currency == null) {
      currency = given;
    } else if (!currency.equals(given)) {
      cells.fault(Column.CURRENCY, "%s, as in the rows before".formatted(currency));
      return Optional.empty();
    }
    return cells.price(given);
  }

  private List<String> codes(long line, Cells cells) {
    List<String> codes = cells.codes();
    for (String code : codes) {
      Long before = lineOfCode.putIfAbsent(code, line);
      if (before != null) {
        String wanted = "each code once; it stands in line %d too".formatted(before);
        cells.fault(Column.CODES, code, wanted);
      }
    }
    return codes;
  }
}
