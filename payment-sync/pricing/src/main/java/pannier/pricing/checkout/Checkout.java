package pannier.pricing.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.domain.money.Money;
import pannier.pricing.PricedLine;
import pannier.pricing.Pricing;
import pannier.pricing.UnitPrice;
import pannier.pricing.UnpriceableLineException;
import pannier.pricing.promotion.Discounts;
import pannier.pricing.promotion.Reduction;
import pannier.pricing.rule.Occasion;
import pannier.pricing.rule.SaleTerms;
import pannier.pricing.tax.Rate;
import pannier.pricing.tender.Allocation;
import pannier.pricing.tender.Payable;
import pannier.pricing.tender.Split;

/** Reckons bills up. Pure: the same book and purchase give the same bill, to the minor unit. */
public final class Checkout {
  private final PriceBook book;
  private final Purchase purchase;

  private Checkout(PriceBook book, Purchase purchase) {
    this.book = book;
    this.purchase = purchase;
  }

  /**
   * @throws UnpriceableLineException for a product without a price, a kilogram price without a
   *     mass, or an amount beyond what 64 bits hold
   * @throws IllegalArgumentException if a product's tax class is in no table
   */
  public static Reckoning of(PriceBook book, Purchase purchase) throws UnpriceableLineException {
    return new Checkout(book, purchase).reckon();
  }

  private Reckoning reckon() throws UnpriceableLineException {
    List<PricedLine> gross = new ArrayList<>();
    long sum = 0;
    for (Purchase.Line line : purchase.lines()) {
      PricedLine one =
          line.label().isPresent()
              ? Pricing.labelled(gross.size(), line.line(), line.label().get())
              : Pricing.price(gross.size(), line.line(), book.prices(), line.shelfPrice());
      sum += one.gross().minor() + deposit(one, book.termsOf(one.product())).minor();
      if (sum > Pricing.MOST_MINOR) {
        throw new UnpriceableLineException(gross.size(), line.line(), "the bill is too large");
      }
      gross.add(one);
    }
    Occasion occasion = purchase.occasion();
    List<List<Reduction>> reductions =
        asShown(gross, Discounts.of(gross, book.promotions(), occasion));
    List<PricedLine> priced = new ArrayList<>();
    List<Payable> payables = new ArrayList<>();
    for (PricedLine line : gross) {
      PricedLine reduced = reduced(line, reductions.get(priced.size()));
      priced.add(reduced);
      payables.add(payable(reduced));
    }
    Split split = Allocation.of(payables, purchase.tenders(), book.taxes());
    return reckoning(priced, reductions, split);
  }

  /** Where the cart had shown less for a line, that much less is charged. */
  private List<List<Reduction>> asShown(List<PricedLine> lines, List<List<Reduction>> reductions) {
    List<List<Reduction>> all = new ArrayList<>();
    for (PricedLine line : lines) {
      List<Reduction> own = new ArrayList<>(reductions.get(all.size()));
      Optional<Money> shown = purchase.lines().get(all.size()).shownNet();
      long net = reduced(line, own).net().minor();
      if (shown.isPresent() && shown.get().minor() < net) {
        own.add(new Reduction(Reduction.AS_SHOWN, net - shown.get().minor()));
      }
      all.add(own);
    }
    return all;
  }

  private Reckoning reckoning(
      List<PricedLine> priced, List<List<Reduction>> reductions, Split split) {
    Money subtotal = Money.zero(book.prices().currency());
    List<ReckonedLine> lines = new ArrayList<>();
    for (PricedLine line : priced) {
      int index = lines.size();
      long tax = split.taxes().perLineMinor().get(index);
      SaleTerms terms = book.termsOf(line.product());
      lines.add(
          new ReckonedLine(
              line,
              reductions.get(index),
              rate(terms),
              new Money(tax, subtotal.currency()),
              deposit(line, terms)));
      subtotal = subtotal.plus(line.net());
    }
    return new Reckoning(lines, subtotal, book.taxes().included(), split);
  }

  private static PricedLine reduced(PricedLine line, List<Reduction> reductions) {
    long off = reductions.stream().mapToLong(Reduction::minor).sum();
    Money discount = new Money(off, line.gross().currency());
    UnitPrice price = line.unitPrice();
    return new PricedLine(line.product(), line.quantity(), price, line.gross(), discount);
  }

  private Payable payable(PricedLine line) {
    SaleTerms terms = book.termsOf(line.product());
    long net = line.net().minor();
    boolean eligible = terms.snapEligible() && !forbidden(terms);
    long byLaw =
        terms.deposit().map(it -> it.byLaw().times(line.quantity().pieces()).minor()).orElse(0L);
    return new Payable(
        net, rate(terms), deposit(line, terms).minor(), eligible ? net : 0, eligible ? byLaw : 0);
  }

  private boolean forbidden(SaleTerms terms) {
    return book.restrictions().stream().anyMatch(it -> it.forbids(terms, purchase.occasion()));
  }

  private Rate rate(SaleTerms terms) {
    return book.taxes().table().rate(terms.taxClass(), purchase.occasion().date());
  }

  private Money deposit(PricedLine line, SaleTerms terms) {
    return terms
        .deposit()
        .map(it -> it.amount().times(line.quantity().pieces()))
        .orElse(Money.zero(line.gross().currency()));
  }
}
