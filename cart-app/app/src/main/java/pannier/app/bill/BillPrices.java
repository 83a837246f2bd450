package pannier.app.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pannier.domain.audit.Risk;
import pannier.domain.basket.Accord;
import pannier.domain.basket.Basket;
import pannier.domain.basket.Bill;
import pannier.domain.basket.BillLine;
import pannier.domain.basket.Means;
import pannier.domain.basket.Wallet;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Handling;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.money.Money;
import pannier.domain.trip.Trip;
import pannier.pricing.PriceTable;
import pannier.pricing.PricedBill;
import pannier.pricing.PricedLine;
import pannier.pricing.UnitPrice;
import pannier.pricing.UnpriceableLineException;
import pannier.pricing.UnpricedLine;
import pannier.pricing.checkout.Checkout;
import pannier.pricing.checkout.Purchase;
import pannier.pricing.checkout.ReckonedLine;
import pannier.pricing.checkout.Reckoning;
import pannier.pricing.checkout.StoreRules;
import pannier.pricing.json.PriceList;
import pannier.pricing.tax.Rate;
import pannier.pricing.tender.Tender;
import pannier.pricing.tender.TenderKind;
import pannier.wire.BillTerms;
import pannier.wire.CatalogueDigest;
import pannier.wire.Digest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.RiskClaim;
import pannier.wire.SettlementKey;

/**
 * Prices baskets and bills as the gate will: with the shelf prices that the cart shows and, where
 * the trip has one, the gate's own price list with its promotions, taxes and deposits.
 */
public final class BillPrices {
  private final String cartId;
  private final Catalogue catalogue;
  private final Optional<PriceLists> lists;

  /** The list by which the gate charges; empty: nothing is known of it but each trip's own. */
  private final String newest;

  /** With the cart's own prices alone. */
  public BillPrices(String cartId, Catalogue catalogue) {
    this(cartId, catalogue, Optional.empty(), "");
  }

  /** With the gate's price lists, as far as they came. */
  public BillPrices(String cartId, Catalogue catalogue, PriceLists lists) {
    this(cartId, catalogue, Optional.of(lists), "");
  }

  private BillPrices(
      String cartId, Catalogue catalogue, Optional<PriceLists> lists, String newest) {
    this.cartId = cartId;
    this.catalogue = catalogue;
    this.lists = lists;
    this.newest = newest;
  }

  /**
   * What the gate will charge, if it has changed its prices since a trip began: what a bill shows
   * by the trip's own list, or what the newest asks where that is less.
   *
   * @param priceList the newest that the cart was told of; empty: none
   */
  public BillPrices chargedBy(String priceList) {
    return new BillPrices(cartId, catalogue, lists, priceList);
  }

  /** What the cart sells. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Where the gate's price lists are kept. */
  public Optional<PriceLists> lists() {
    return lists;
  }

  /** The basket as it stands, at a catalogue's prices alone. */
  public static PricedBill of(Basket basket, Catalogue catalogue) {
    Reckoning reckoning = new BillPrices("", catalogue).reckon(basket, Accord.NONE);
    return new PricedBill(
        reckoning.lines().stream().map(ReckonedLine::priced).toList(), reckoning.subtotal());
  }

  /**
   * What a basket comes to, for the screen: lines with their promotions, taxes, deposits, total.
   * Its products are all in the catalogue: no other is ever booked.
   *
   * @param accord of its trip
   */
  public Reckoning reckon(Basket basket, Accord accord) {
    return reckon(billed(basket, accord), accord, List.of());
  }

  private List<BillLine> billed(Basket basket, Accord accord) {
    return Stream.concat(
            basket.lines().stream()
                .flatMap(line -> line.billed(catalogue.get(line.product())).stream()),
            accord.below().stream()
                .map(content -> content.billed(catalogue.get(content.product()))))
        .toList();
  }

  /** What a basket comes to if these pay it. */
  public Reckoning reckon(Basket basket, Accord accord, List<Means> means) {
    List<BillLine> lines = billed(basket, accord);
    return reckon(lines, accord, tenders(means, lines));
  }

  /** What a frozen bill comes to if these pay it: food benefits take tax off. */
  public Reckoning reckon(Bill bill, List<Means> means) {
    return reckon(bill.lines(), bill.accord(), tenders(means, bill.lines()));
  }

  private List<Tender> tenders(List<Means> means, List<BillLine> lines) {
    return means.stream().flatMap(one -> tender(one, lines).stream()).toList();
  }

  /** Empty for a kind that pricing does not know. */
  private Optional<Tender> tender(Means means, List<BillLine> lines) {
    Long most = means.mostMinor();
    Optional<Money> limit =
        most == null ? Optional.empty() : Optional.of(new Money(most, catalogue.currency()));
    return TenderKind.of(means.kind()).map(kind -> new Tender(kind, limit, reach(means, lines)));
  }

  private static Tender.Reach reach(Means means, List<BillLine> lines) {
    if (means.shareBillionths() > 0) {
      return new Tender.Reach.Share(new Rate(means.shareBillionths()));
    }
    return means.products().isEmpty()
        ? new Tender.Reach.Whole()
        : new Tender.Reach.Lines(
            IntStream.range(0, lines.size())
                .filter(line -> means.products().contains(lines.get(line).product()))
                .boxed()
                .collect(Collectors.toSet()));
  }

  /** What a frozen bill comes to before food benefits take tax off. */
  public Reckoning reckon(Bill bill) {
    return reckon(bill.lines(), bill.accord(), List.of());
  }

  /** The frozen bill as it goes to the gate, at the prices that stand on it. */
  public FrozenBill freeze(Bill bill) {
    Reckoning reckoning = reckon(bill);
    List<FrozenLine> lines = new ArrayList<>();
    for (BillLine line : bill.lines()) {
      lines.add(frozen(line, reckoning.lines().get(lines.size()).priced()));
    }
    return new FrozenBill(
        cartId,
        new SettlementKey(bill.tripId(), bill.attempt()),
        catalogue.currency().getCurrencyCode(),
        lines,
        reckoning.subtotal().minor(),
        CatalogueDigest.of(catalogue),
        bill.flags(),
        terms(bill, reckoning));
  }

  /** What would go to the gate if the shopper paid now. */
  public FrozenBill draft(Trip trip, Basket basket) {
    int attempt = Math.max(1, trip.attempts());
    List<BillLine> lines = billed(basket, trip.accord());
    return freeze(new Bill(trip.id(), attempt, lines, trip.remarks(), trip.accord()));
  }

  private Reckoning reckon(List<BillLine> billed, Accord accord, List<Tender> tenders) {
    List<Purchase.Line> lines = billed.stream().map(this::bought).toList();
    Optional<PriceList> newer =
        list(newest).filter(_ -> !newest.equals(accord.basis().priceList()));
    if (newer.isEmpty()) {
      return reckon(lines, accord, rules(list(accord)), tenders);
    }
    Reckoning shown = reckon(lines, accord, rules(list(accord)), List.of());
    List<Purchase.Line> atGate = new ArrayList<>();
    for (Purchase.Line line : lines) {
      Money net = shown.lines().get(atGate.size()).priced().net();
      atGate.add(new Purchase.Line(line.line(), line.shelfPrice(), Optional.of(net), line.label()));
    }
    return reckon(atGate, accord, rules(newer), tenders);
  }

  private static Reckoning reckon(
      List<Purchase.Line> lines, Accord accord, StoreRules rules, List<Tender> tenders) {
    Long day = accord.basis().epochDay();
    LocalDate date = day == null ? LocalDate.EPOCH : LocalDate.ofEpochDay(day);
    Wallet wallet = accord.wallet();
    try {
      return Checkout.of(
          rules.book(),
          new Purchase(lines, tenders, rules.occasion(date, wallet.coupons(), wallet.member())));
    } catch (UnpriceableLineException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The gate's rules, or prices alone; what the gate does not sell keeps the cart's price. */
  private StoreRules rules(Optional<PriceList> list) {
    return list.map(PriceList::rules)
        .map(rules -> rules.orElse(PriceTable.of(catalogue)))
        .orElseGet(() -> StoreRules.pricesOf(catalogue));
  }

  /**
   * Whether a number may be a member's of the store's loyalty programme.
   *
   * @param accord of the trip, which has the rules
   */
  public boolean takesMember(Accord accord, String number) {
    return rules(list(accord)).customs().members().take(number);
  }

  private Optional<PriceList> list(Accord accord) {
    return list(accord.basis().priceList());
  }

  private Optional<PriceList> list(String digest) {
    return lists
        .flatMap(it -> it.find(digest))
        .filter(it -> it.rules().book().prices().currency().equals(catalogue.currency()));
  }

  private BillTerms terms(Bill bill, Reckoning reckoning) {
    Accord accord = bill.accord();
    Optional<Digest> named = list(accord).map(_ -> new Digest(accord.basis().priceList()));
    Long day = accord.basis().epochDay();
    return new BillTerms(
        named,
        named.isPresent() ? OptionalLong.of(reckoning.total().minor()) : OptionalLong.empty(),
        day == null ? OptionalLong.empty() : OptionalLong.of(day),
        new BillTerms.Claims(
            accord.wallet().coupons(),
            accord.wallet().member(),
            accord.approval().years(),
            accord.approval().staff()),
        claim(Risk.of(bill.remarks().marks(), reckoning.total())));
  }

  private static RiskClaim claim(Risk risk) {
    return new RiskClaim(
        risk.score(),
        risk.reasons().stream()
            .map(it -> new RiskClaim.Reason(it.sign().code(), it.count(), it.points()))
            .toList());
  }

  private Purchase.Line bought(BillLine line) {
    Product product = catalogue.get(line.product());
    UnpricedLine unpriced =
        product.unit() == SaleUnit.PIECE
            ? UnpricedLine.ofPieces(product.id(), line.pieces())
            : UnpricedLine.ofMass(product.id(), line.pieces(), Math.round(line.mass().grams()));
    Optional<Money> label = line.labelled() ? Optional.of(labelPrice(line)) : Optional.empty();
    return new Purchase.Line(unpriced, Optional.of(line.unitPrice()), Optional.empty(), label);
  }

  /** A sticker never makes a thing dearer than the shelf does. */
  private Money labelPrice(BillLine line) {
    Product product = catalogue.get(line.product());
    boolean packed = product.handling().embedded() == Handling.Embedded.PRICE;
    if (packed || product.unit() == SaleUnit.KILOGRAM) {
      return line.unitPrice();
    }
    Money shelf = product.price();
    return line.unitPrice().compareTo(shelf) <= 0 ? line.unitPrice() : shelf;
  }

  /** The shelf's price stands on the line; what the gate asks less for is part of the discount. */
  private static FrozenLine frozen(BillLine line, PricedLine priced) {
    boolean loose = line.unit() == SaleUnit.KILOGRAM;
    OptionalLong massGrams =
        loose ? OptionalLong.of(Math.round(line.mass().grams())) : OptionalLong.empty();
    Money shelf =
        line.labelled()
            ? line.unitPrice()
            : new UnitPrice(line.unitPrice(), line.unit()).times(priced.quantity());
    return new FrozenLine(
        line.product().value(),
        line.pieces(),
        massGrams,
        line.unitPrice().minor(),
        priced.net().minor(),
        shelf.minus(priced.net()).minor(),
        line.labelled());
  }
}
