package pannier.pricing.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.money.Money;
import pannier.pricing.PriceTable;
import pannier.pricing.UnitPrice;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.checkout.PriceBook;
import pannier.pricing.rule.SaleTerms;
import pannier.pricing.rule.SnapRestriction;
import pannier.pricing.rule.Validity;
import pannier.pricing.tax.Rate;
import pannier.pricing.tax.TaxRounding;
import pannier.pricing.tax.TaxRules;
import pannier.pricing.tax.TaxTable;

/** Reads a price book: currency, catalogue and the dated tables. */
final class PriceBookJson {
  static final Set<String> KEYS =
      Set.of(
          "currency",
          "prices_include_tax",
          "tax_rounding",
          "tax_rates",
          "catalogue",
          "promotions",
          "snap_restrictions");

  private static final Set<String> PRODUCT_KEYS =
      Set.of(
          "product",
          "name",
          "unit",
          "price",
          "tax",
          "snap",
          "snap_class",
          "deposit",
          "deposit_by_law",
          "fee");

  private static final String RATE = "a rate from \"0\" to \"1\", such as \"0.0825\"";

  private final JsonPlace file;
  private final Currency currency;
  private final List<String> unknown = new ArrayList<>();
  private final Map<ProductId, UnitPrice> prices = new LinkedHashMap<>();
  private final Map<ProductId, String> names = new HashMap<>();
  private final Map<ProductId, SaleTerms> terms = new HashMap<>();
  private Optional<String> dated = Optional.empty();

  PriceBookJson(JsonPlace file) throws BadJsonException {
    this.file = file;
    this.currency = currency(file.get("currency", "a currency of ISO 4217, such as \"USD\""));
  }

  /** A file of tables alone, for products that are known. */
  PriceBookJson(JsonPlace file, Assortment assortment) {
    this.file = file;
    this.currency = assortment.catalogue().currency();
    for (Product product : assortment.catalogue().products()) {
      prices.put(product.id(), UnitPrice.of(product));
      terms.put(product.id(), assortment.termsOf(product.id()));
    }
  }

  Currency currency() {
    return currency;
  }

  Map<ProductId, String> names() {
    return names;
  }

  /** The first row that holds on certain days only. */
  Optional<String> dated() {
    return dated;
  }

  /** Keys that were passed over. */
  List<String> unknown() {
    return unknown;
  }

  /** The book with the catalogue of the same file. */
  PriceBook read() throws BadJsonException {
    TaxRules taxes = taxes();
    for (JsonPlace row : file.get("catalogue", "a list of products").elements()) {
      product(row, taxes.table());
    }
    return book(taxes);
  }

  /** The book of products that were known before. */
  PriceBook readTables() throws BadJsonException {
    TaxRules taxes = taxes();
    for (Map.Entry<ProductId, SaleTerms> entry : terms.entrySet()) {
      Optional<String> taxClass = entry.getValue().taxClass();
      if (taxClass.isPresent() && !taxes.table().knows(taxClass.get())) {
        throw new BadJsonException(
            file.file(),
            "tax_rates",
            "no '%s'".formatted(taxClass.get()),
            "a rate for it, as the catalogue's %s has that tax".formatted(entry.getKey()));
      }
    }
    return book(taxes);
  }

  private TaxRules taxes() throws BadJsonException {
    return new TaxRules(new TaxTable(rates()), rounding(), truth(file, "prices_include_tax"));
  }

  private PriceBook book(TaxRules taxes) throws BadJsonException {
    PromotionsJson promotions = new PromotionsJson(this, prices);
    return new PriceBook(
        PriceTable.of(currency, prices),
        terms,
        promotions.read(file.list("promotions")),
        taxes,
        restrictions());
  }

  /** The days of a row. */
  Validity validity(JsonPlace row) throws BadJsonException {
    Validity days = days(row);
    if (dated.isEmpty() && !days.equals(Validity.ALWAYS)) {
      dated = Optional.of(row.place());
    }
    return days;
  }

  static Validity days(JsonPlace row) throws BadJsonException {
    Optional<LocalDate> from = date(row, "from");
    Optional<LocalDate> to = date(row, "to");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw row.get("to", "").wrong("a day not before " + from.get());
    }
    return new Validity(from, to);
  }

  void passOver(JsonPlace row, Set<String> known) {
    unknown.addAll(row.unknown(known));
  }

  static boolean truth(JsonPlace row, String key) throws BadJsonException {
    Optional<JsonPlace> value = row.find(key);
    return value.isPresent() && value.get().truth();
  }

  static String textOr(JsonPlace row, String key, String otherwise) throws BadJsonException {
    Optional<JsonPlace> value = row.find(key);
    return value.isPresent() ? value.get().text("a text") : otherwise;
  }

  static Set<String> texts(JsonPlace row, String key) throws BadJsonException {
    List<String> texts = new ArrayList<>();
    for (JsonPlace one : row.list(key)) {
      texts.add(one.text("a text"));
    }
    return Set.copyOf(texts);
  }

  private static Optional<LocalDate> date(JsonPlace row, String key) throws BadJsonException {
    Optional<JsonPlace> value = row.find(key);
    return value.isPresent() ? Optional.of(value.get().date()) : Optional.empty();
  }

  private static Currency currency(JsonPlace place) throws BadJsonException {
    String wanted = "a currency of ISO 4217, such as \"USD\"";
    try {
      Currency currency = Currency.getInstance(place.text(wanted));
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      throw place.wrong(wanted);
    }
    throw place.wrong(wanted);
  }

  private TaxRounding rounding() throws BadJsonException {
    String wanted = "\"item\" (once a line), \"rate\" (once a rate) or \"invoice\" (once a bill)";
    Optional<JsonPlace> place = file.find("tax_rounding");
    if (place.isEmpty()) {
      return TaxRounding.ITEM;
    }
    return switch (place.get().text(wanted)) {
      case "item", "line" -> TaxRounding.ITEM;
      case "rate" -> TaxRounding.RATE;
      case "invoice" -> TaxRounding.INVOICE;
      default -> throw place.get().wrong(wanted);
    };
  }

  private List<TaxTable.Row> rates() throws BadJsonException {
    List<TaxTable.Row> rows = new ArrayList<>();
    Optional<JsonPlace> classes = file.find("tax_rates");
    if (classes.isEmpty()) {
      return rows;
    }
    for (JsonPlace entry : classes.get().entries()) {
      if (!entry.node().isArray()) {
        rows.add(new TaxTable.Row(entry.key(), "", rate(entry), Validity.ALWAYS));
        continue;
      }
      for (JsonPlace row : entry.elements()) {
        passOver(row, Set.of("rate", "authority", "from", "to"));
        Rate rate = rate(row.get("rate", RATE));
        String authority = textOr(row, "authority", "");
        rows.add(new TaxTable.Row(entry.key(), authority, rate, validity(row)));
      }
    }
    return rows;
  }

  static Rate rate(JsonPlace place) throws BadJsonException {
    BigDecimal rate = place.decimal(RATE);
    if (rate.compareTo(BigDecimal.ONE) > 0) {
      throw place.wrong(RATE);
    }
    return new Rate(rate.movePointRight(Rate.PLACES).longValueExact());
  }

  private void product(JsonPlace row, TaxTable taxes) throws BadJsonException {
    ProductId id = new ProductId(row.get("product", "a product's id").text("a product's id"));
    passOver(row, PRODUCT_KEYS);
    if (prices.containsKey(id)) {
      throw row.get("product", "").wrong("each product once");
    }
    names.put(id, textOr(row, "name", id.value()));
    Money price = row.get("price", "an amount such as \"3.49\"").money(currency);
    prices.put(id, new UnitPrice(price, unit(row)));
    terms.put(id, terms(row, taxes));
  }

  private static SaleUnit unit(JsonPlace row) throws BadJsonException {
    String wanted = "\"piece\" or \"kg\"";
    JsonPlace unit = row.get("unit", wanted);
    return switch (unit.text(wanted)) {
      case "piece" -> SaleUnit.PIECE;
      case "kg" -> SaleUnit.KILOGRAM;
      default -> throw unit.wrong(wanted);
    };
  }

  private SaleTerms terms(JsonPlace row, TaxTable taxes) throws BadJsonException {
    Optional<JsonPlace> tax = row.find("tax");
    Optional<String> taxClass = Optional.empty();
    if (tax.isPresent()) {
      taxClass = Optional.of(tax.get().text("a class of tax_rates"));
      if (!taxes.knows(taxClass.get())) {
        List<String> known = taxes.rows().stream().map(TaxTable.Row::taxClass).distinct().toList();
        throw tax.get().wrong("a class of tax_rates: " + String.join(", ", known));
      }
    }
    boolean snap = truth(row, "snap");
    if (snap && truth(row, "fee")) {
      throw row.get("snap", "").wrong("false, as food benefits pay no fees");
    }
    return new SaleTerms(taxClass, snap, textOr(row, "snap_class", ""), deposit(row));
  }

  private Optional<SaleTerms.Deposit> deposit(JsonPlace row) throws BadJsonException {
    Optional<JsonPlace> deposit = row.find("deposit");
    if (deposit.isEmpty()) {
      return Optional.empty();
    }
    Money amount = deposit.get().money(currency);
    Optional<JsonPlace> byLaw = row.find("deposit_by_law");
    Money lawful = byLaw.isPresent() ? byLaw.get().money(currency) : Money.zero(currency);
    if (lawful.compareTo(amount) > 0) {
      throw byLaw.orElseThrow().wrong("at most the deposit, " + amount.toDecimal());
    }
    return Optional.of(new SaleTerms.Deposit(amount, lawful));
  }

  private List<SnapRestriction> restrictions() throws BadJsonException {
    List<SnapRestriction> rows = new ArrayList<>();
    for (JsonPlace row : file.list("snap_restrictions")) {
      passOver(row, Set.of("class", "states", "stores", "from", "to", "source"));
      rows.add(
          new SnapRestriction(
              row.get("class", "a snap_class of the catalogue").text("a snap_class"),
              texts(row, "states"),
              texts(row, "stores"),
              validity(row)));
    }
    return rows;
  }
}
