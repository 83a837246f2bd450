package pannier.pricing.csv;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import pannier.domain.catalogue.Handling;
import pannier.domain.catalogue.Handling.Embedded;
import pannier.domain.money.Money;
import pannier.pricing.rule.SaleTerms;

/** The optional cells of a row: taxes, benefits, deposits, and how the product is handled. */
final class Traits {
  private static final double MOST_TARE_GRAMS = 20_000;
  private static final List<String> EMBEDDED =
      Arrays.stream(Embedded.values()).map(Embedded::word).toList();

  private final Optional<Path> folder;

  Traits(Optional<Path> folder) {
    this.folder = folder;
  }

  SaleTerms terms(Cells cells, Currency currency) {
    String tax = cells.text(Column.TAX);
    Money deposit = cells.amountOrZero(Column.DEPOSIT, currency);
    Money byLaw = cells.amountOrZero(Column.DEPOSIT_BY_LAW, currency);
    if (byLaw.compareTo(deposit) > 0) {
      cells.fault(Column.DEPOSIT_BY_LAW, "at most the deposit, " + deposit.toDecimal());
      byLaw = deposit;
    }
    return new SaleTerms(
        tax.isEmpty() ? Optional.empty() : Optional.of(tax),
        cells.truth(Column.SNAP),
        cells.text(Column.SNAP_CLASS),
        deposit.minor() == 0
            ? Optional.empty()
            : Optional.of(new SaleTerms.Deposit(deposit, byLaw)));
  }

  static Handling handling(Cells cells) {
    double tare = cells.gramsOrZero(Column.TARE_G, MOST_TARE_GRAMS);
    String embedded = cells.choice(Column.EMBEDDED, EMBEDDED);
    return new Handling(
        Double.isNaN(tare) ? 0 : tare,
        cells.wholeOrZero(Column.AGE_LIMIT, Handling.OLDEST),
        embedded(embedded),
        cells.wholeOrZero(Column.REDUCED_PERCENT, 100));
  }

  private static Embedded embedded(String word) {
    return Arrays.stream(Embedded.values())
        .filter(it -> it.word().equals(word))
        .findFirst()
        .orElse(Embedded.NOTHING);
  }

  /** Photos that are there; they are named relative to the file that lists them. */
  List<String> photos(Cells cells) {
    List<String> photos = cells.words(Column.PHOTOS);
    for (String photo : photos) {
      if (folder.isPresent() && !exists(folder.get(), photo)) {
        cells.fault(Column.PHOTOS, photo, "a folder or a picture that is there");
      }
    }
    return photos;
  }

  private static boolean exists(Path folder, String photo) {
    try {
      return Files.exists(folder.resolve(photo));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
