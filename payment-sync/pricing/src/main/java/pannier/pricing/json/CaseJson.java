package pannier.pricing.json;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.money.Money;
import pannier.pricing.Quantity;
import pannier.pricing.UnitPrice;
import pannier.pricing.UnpricedLine;
import pannier.pricing.checkout.PriceBook;
import pannier.pricing.checkout.Purchase;
import pannier.pricing.rule.Occasion;
import pannier.pricing.tax.Rate;
import pannier.pricing.tender.Tender;
import pannier.pricing.tender.TenderKind;

/** Reads the cases of {@code pannier price}. Keys that it does not know it passes over. */
public final class CaseJson {
  private static final Set<String> CASE_KEYS =
      Set.of("lines", "tenders", "date", "state", "store", "coupons", "member");

  private static final Set<String> LINE_KEYS = Set.of("product", "pieces", "mass_g", "shelf_price");

  private static final Set<String> TENDER_KEYS =
      Set.of("kind", "balance", "amount", "lines", "share");

  private static final String KINDS = "snap, ebt_cash, gift, credit, card or cash";

  private final JsonPlace file;
  private final PriceBookJson bookJson;
  private final PriceBook book;

  private CaseJson(JsonPlace file) throws BadJsonException {
    this.file = file;
    this.bookJson = new PriceBookJson(file);
    this.book = bookJson.read();
  }

  public static PriceCase read(Path file) throws BadJsonException {
    return new CaseJson(JsonPlace.read(file)).read();
  }

  private PriceCase read() throws BadJsonException {
    Set<String> keys = new HashSet<>(CASE_KEYS);
    keys.addAll(PriceBookJson.KEYS);
    bookJson.passOver(file, keys);
    List<Purchase.Line> lines = new ArrayList<>();
    for (JsonPlace row : file.get("lines", "a list of lines").elements()) {
      lines.add(line(row));
    }
    List<Tender> tenders = new ArrayList<>();
    for (JsonPlace row : file.list("tenders")) {
      tenders.add(tender(row, lines.size()));
    }
    Purchase purchase = new Purchase(lines, tenders, occasion());
    return new PriceCase(file.file(), book, purchase, bookJson.names(), bookJson.unknown());
  }

  private Occasion occasion() throws BadJsonException {
    Optional<JsonPlace> date = file.find("date");
    if (date.isEmpty() && bookJson.dated().isPresent()) {
      throw new BadJsonException(
          file.file(),
          "date",
          "nothing",
          "a date such as \"2026-11-21\", as %s holds on certain days"
              .formatted(bookJson.dated().get()));
    }
    return new Occasion(
        date.isPresent() ? date.get().date() : LocalDate.EPOCH,
        PriceBookJson.textOr(file, "state", ""),
        PriceBookJson.textOr(file, "store", ""),
        PriceBookJson.texts(file, "coupons"),
        PriceBookJson.truth(file, "member"));
  }

  private Purchase.Line line(JsonPlace row) throws BadJsonException {
    JsonPlace product = row.get("product", "a product of the catalogue");
    ProductId id = new ProductId(product.text("a product of the catalogue"));
    UnitPrice price =
        book.prices().find(id).orElseThrow(() -> product.wrong("a product of the catalogue"));
    bookJson.passOver(row, LINE_KEYS);
    Optional<JsonPlace> shelf = row.find("shelf_price");
    Optional<Money> shelfPrice =
        shelf.isPresent() ? Optional.of(shelf.get().money(bookJson.currency())) : Optional.empty();
    return new Purchase.Line(new UnpricedLine(id, quantity(row, price.unit())), shelfPrice);
  }

  private static Quantity quantity(JsonPlace row, SaleUnit unit) throws BadJsonException {
    String pieces = "a whole number";
    return switch (unit) {
      case PIECE -> {
        JsonPlace count = row.get("pieces", "a whole number, as it is sold by piece");
        yield new Quantity.Pieces((int) count.whole(1, Quantity.MOST_PIECES, pieces));
      }
      case KILOGRAM -> {
        JsonPlace mass = row.get("mass_g", "whole grams, as it is sold by mass");
        Optional<JsonPlace> count = row.find("pieces");
        int many = count.isPresent() ? (int) count.get().whole(1, Quantity.MOST_PIECES, pieces) : 1;
        yield new Quantity.Weighed(many, mass.whole(0, Quantity.MOST_GRAMS, "whole grams"));
      }
    };
  }

  private Tender tender(JsonPlace row, int lines) throws BadJsonException {
    JsonPlace word = row.get("kind", KINDS);
    TenderKind kind = TenderKind.of(word.text(KINDS)).orElseThrow(() -> word.wrong(KINDS));
    bookJson.passOver(row, TENDER_KEYS);
    Tender.Reach reach = reach(row, lines);
    if (kind == TenderKind.SNAP && !(reach instanceof Tender.Reach.Whole)) {
      throw word.wrong("no lines and no share with snap: it goes where it saves most tax");
    }
    return new Tender(kind, limit(row), reach);
  }

  /** The lower of what is on it and what the shopper chose. */
  private Optional<Money> limit(JsonPlace row) throws BadJsonException {
    Optional<Money> limit = Optional.empty();
    for (String key : List.of("balance", "amount")) {
      Optional<JsonPlace> value = row.find(key);
      if (value.isPresent()) {
        Money amount = value.get().money(bookJson.currency());
        limit = limit.filter(other -> other.compareTo(amount) <= 0).or(() -> Optional.of(amount));
      }
    }
    return limit;
  }

  private static Tender.Reach reach(JsonPlace row, int lines) throws BadJsonException {
    Optional<JsonPlace> share = row.find("share");
    if (share.isPresent()) {
      Rate part = PriceBookJson.rate(share.get());
      if (row.has("lines")) {
        throw share.get().wrong("lines or a share, not both");
      }
      return new Tender.Reach.Share(part);
    }
    if (!row.has("lines")) {
      return new Tender.Reach.Whole();
    }
    Set<Integer> chosen = new HashSet<>();
    for (JsonPlace line : row.list("lines")) {
      chosen.add((int) line.whole(0, lines - 1L, "a line's place, counted from 0,"));
    }
    return new Tender.Reach.Lines(chosen);
  }
}
