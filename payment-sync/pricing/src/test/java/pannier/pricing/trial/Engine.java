package pannier.pricing.trial;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.money.Money;
import pannier.pricing.PriceTable;
import pannier.pricing.UnitPrice;
import pannier.pricing.UnpricedLine;
import pannier.pricing.checkout.Checkout;
import pannier.pricing.checkout.PriceBook;
import pannier.pricing.checkout.Purchase;
import pannier.pricing.checkout.Reckoning;
import pannier.pricing.promotion.Promotion;
import pannier.pricing.promotion.Terms;
import pannier.pricing.rule.Occasion;
import pannier.pricing.rule.SaleTerms;
import pannier.pricing.rule.Validity;
import pannier.pricing.tax.Rate;
import pannier.pricing.tax.TaxRounding;
import pannier.pricing.tax.TaxRules;
import pannier.pricing.tax.TaxTable;
import pannier.pricing.tender.Tender;
import pannier.pricing.tender.TenderKind;

/** A basket in the engine's words. */
final class Engine {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Terms TERMS = new Terms("offer", Validity.ALWAYS, "", false);

  private final Basket basket;
  private final Map<ProductId, UnitPrice> prices = new HashMap<>();
  private final Map<ProductId, SaleTerms> terms = new HashMap<>();
  private final List<Promotion> promotions = new ArrayList<>();
  private final List<Purchase.Line> lines = new ArrayList<>();

  private Engine(Basket basket) {
    this.basket = basket;
  }

  static Reckoning reckon(Basket basket) throws Exception {
    return new Engine(basket).reckon();
  }

  private Reckoning reckon() throws Exception {
    List<TaxTable.Row> rates = new ArrayList<>();
    Set<ProductId> mixed = new HashSet<>();
    for (Basket.Line line : basket.lines()) {
      ProductId product = new ProductId("p" + lines.size());
      add(product, line);
      if (line.offer() == Basket.Offer.MIX) {
        mixed.add(product);
      }
      Rate rate = new Rate(line.ratePpm() * 1000);
      rates.add(new TaxTable.Row(product.value(), "", rate, Validity.ALWAYS));
    }
    if (!mixed.isEmpty() && basket.mixPrice() > 0) {
      promotions.add(new Promotion.NAtPrice(TERMS, mixed, 2, money(basket.mixPrice())));
    }
    if (basket.billOff() > 0) {
      promotions.add(new Promotion.AmountOff(TERMS, Set.of(), money(basket.billOff()), money(0)));
    }
    TaxRules taxes = new TaxRules(new TaxTable(rates), rounding(), basket.mode().included());
    PriceBook book = new PriceBook(PriceTable.of(USD, prices), terms, promotions, taxes, List.of());
    List<Tender> tenders = basket.tenders().stream().map(Engine::tender).toList();
    Occasion occasion = Occasion.on(LocalDate.EPOCH);
    return Checkout.of(book, new Purchase(lines, tenders, occasion));
  }

  private TaxRounding rounding() {
    return switch (basket.mode()) {
      case ITEM, VAT_ITEM -> TaxRounding.ITEM;
      case RATE, VAT_RATE -> TaxRounding.RATE;
      case INVOICE, VAT_INVOICE -> TaxRounding.INVOICE;
    };
  }

  private void add(ProductId product, Basket.Line line) {
    SaleUnit unit = line.byMass() ? SaleUnit.KILOGRAM : SaleUnit.PIECE;
    prices.put(product, new UnitPrice(money(line.price()), unit));
    SaleTerms.Deposit deposit =
        new SaleTerms.Deposit(money(line.deposit()), money(line.lawDeposit()));
    terms.put(
        product,
        new SaleTerms(Optional.of(product.value()), line.eligible(), "", Optional.of(deposit)));
    UnpricedLine unpriced =
        line.byMass()
            ? UnpricedLine.ofMass(product, line.pieces(), line.grams())
            : UnpricedLine.ofPieces(product, line.pieces());
    lines.add(new Purchase.Line(unpriced, Optional.of(money(line.shelf()))));
    promotion(Set.of(product), line);
  }

  private void promotion(Set<ProductId> product, Basket.Line line) {
    switch (line.offer()) {
      case NONE, MIX -> {}
      case THREE_FOR_TWO -> promotions.add(new Promotion.NForM(TERMS, product, 3, 2));
      case PERCENT ->
          promotions.add(
              new Promotion.PercentOff(TERMS, product, BigDecimal.valueOf(line.offerValue())));
      case AMOUNT ->
          promotions.add(
              new Promotion.AmountOff(TERMS, product, money(line.offerValue()), money(0)));
      case SPECIAL ->
          promotions.add(new Promotion.SpecialPrice(TERMS, product, money(line.offerValue())));
    }
  }

  private static Tender tender(Basket.Means means) {
    Optional<Money> limit =
        means.limit() < 0 ? Optional.empty() : Optional.of(money(means.limit()));
    return Tender.of(TenderKind.of(means.kind()).orElseThrow(), limit);
  }

  private static Money money(long minor) {
    return new Money(minor, USD);
  }
}
