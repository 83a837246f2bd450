package pannier.pricing.checkout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.money.Money;
import pannier.pricing.PriceTable;
import pannier.pricing.UnitPrice;
import pannier.pricing.UnpriceableLineException;
import pannier.pricing.UnpricedLine;
import pannier.pricing.rule.Occasion;
import pannier.pricing.rule.SaleTerms;
import pannier.pricing.rule.Validity;
import pannier.pricing.tax.Rate;
import pannier.pricing.tax.TaxRounding;
import pannier.pricing.tax.TaxRules;
import pannier.pricing.tax.TaxTable;
import pannier.pricing.tender.Tender;
import pannier.pricing.tender.TenderKind;

/** Builds small bills for examples: each line has a product, a tax class and a price of its own. */
final class Bills {
  private final Currency currency;
  private final TaxRounding rounding;
  private final boolean included;
  private final Map<ProductId, UnitPrice> prices = new HashMap<>();
  private final Map<ProductId, SaleTerms> terms = new HashMap<>();
  private final List<TaxTable.Row> rates = new ArrayList<>();
  private final List<Purchase.Line> lines = new ArrayList<>();
  private final List<Tender> tenders = new ArrayList<>();

  private Bills(String currency, TaxRounding rounding, boolean included) {
    this.currency = Currency.getInstance(currency);
    this.rounding = rounding;
    this.included = included;
  }

  static Bills us(TaxRounding rounding) {
    return new Bills("USD", rounding, false);
  }

  static Bills eu() {
    return new Bills("EUR", TaxRounding.RATE, true);
  }

  /** One piece. */
  Bills line(String name, String price, String rate, boolean snap) {
    return line(name, price, rate, snap, "0", "0");
  }

  Bills line(
      String name, String price, String rate, boolean snap, String deposit, String depositByLaw) {
    ProductId product = new ProductId(name);
    prices.put(product, new UnitPrice(money(price), SaleUnit.PIECE));
    SaleTerms.Deposit container = new SaleTerms.Deposit(money(deposit), money(depositByLaw));
    terms.put(product, new SaleTerms(Optional.of(rate), snap, "", Optional.of(container)));
    TaxTable.Row row = new TaxTable.Row(rate, "", Rate.parse(rate), Validity.ALWAYS);
    if (!rates.contains(row)) {
      rates.add(row);
    }
    lines.add(new Purchase.Line(UnpricedLine.ofPieces(product, 1), Optional.empty()));
    return this;
  }

  Bills tender(TenderKind kind, String limit) {
    tenders.add(Tender.of(kind, Optional.of(money(limit))));
    return this;
  }

  Bills rest(TenderKind kind) {
    tenders.add(Tender.of(kind, Optional.empty()));
    return this;
  }

  PriceBook book() {
    TaxRules taxes = new TaxRules(new TaxTable(rates), rounding, included);
    return new PriceBook(PriceTable.of(currency, prices), terms, List.of(), taxes, List.of());
  }

  Purchase purchase() {
    return new Purchase(lines, tenders, Occasion.on(LocalDate.EPOCH));
  }

  Reckoning reckon() throws UnpriceableLineException {
    return Checkout.of(book(), purchase());
  }

  Money money(String decimal) {
    return Money.parse(decimal, currency);
  }
}
