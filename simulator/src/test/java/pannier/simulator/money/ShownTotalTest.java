package pannier.simulator.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.app.bill.BillPrices;
import pannier.app.bill.PriceLists;
import pannier.domain.audit.Remarks;
import pannier.domain.basket.Accord;
import pannier.domain.basket.Bill;
import pannier.domain.basket.BillLine;
import pannier.domain.basket.Wallet;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.mass.Mass;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.SqliteLedger;
import pannier.gate.provider.SandboxProvider;
import pannier.gate.settlement.Answer;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.Settlements;
import pannier.gate.settlement.ShopPrices;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.csv.CatalogueFile;
import pannier.pricing.json.PriceList;
import pannier.wire.FrozenBill;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.ReceiptReduction;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

class ShownTotalTest {
  private static final Instant NOON = Instant.parse("2026-03-10T18:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final String SHOP =
      """
      product,name,unit,price,currency,mass_g,mass_sd_g,tax,snap,deposit,deposit_by_law,age_limit
      milk,Milk,piece,3.49,USD,1000,5,food,true,,,
      cola,Cola,piece,1.99,USD,350,3,general,true,0.05,0.05,
      soap,Soap,piece,2.50,USD,120,2,general,false,,,
      bananas,Bananas,kg,1.30,USD,180,40,food,true,,,
      beer,Beer,piece,4.99,USD,520,3,general,false,0.10,,21
      """;
  private static final String RULES =
      """
      {"zone":"America/Chicago","state":"TX","tax_rounding":"item",
       "tax_rates":{"general":[{"rate":"0.0625","authority":"Texas"},{"rate":"0.02"}],"food":"0"},
       "promotions":[
        {"kind":"n_for_m","product":"milk","n":3,"m":2,"to":"2026-03-10","name":"3 for 2"},
        {"kind":"loyalty_price","product":"soap","price":"1.99"},
        {"kind":"amount_off","code":"SUN","amount":"1.00","least":"10.00","name":"Sunday coupon"}]}
      """;

  @TempDir Path folder = Path.of(".");
  private Assortment shop =
      new Assortment(new Catalogue(Currency.getInstance("USD"), List.of()), Map.of(), Map.of());
  private PriceLists lists = PriceLists.in(Path.of("."));
  private int trips;

  @BeforeEach
  void open() throws IOException {
    shop = shop(SHOP);
    lists = PriceLists.in(folder);
  }

  @Test
  void whatTheCartShowsIsWhatTheReceiptSays() throws Exception {
    PriceList list = list(RULES);
    String digest = lists.keep(list.document());
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 30; i++) {
      Accord accord = accord(digest, TODAY, random.nextBoolean(), random.nextBoolean());
      FrozenBill bill = prices().freeze(bill(random, accord));
      Receipt receipt = receipt(list, bill);
      assertEquals(bill.terms().dueMinor().orElseThrow(), receipt.totalMinor(), bill.toString());
      assertEquals(List.of(), receipt.notes());
    }
  }

  @Test
  void promotionThatEndedAtMidnightStillHoldsForTheBillOfTheDayBefore() throws Exception {
    PriceList list = list(RULES);
    Accord accord = accord(lists.keep(list.document()), TODAY, false, false);
    FrozenBill bill = prices().freeze(bill(accord, "milk", 3));
    Receipt late = receipt(list, bill, NOON.plusSeconds(86_400));
    assertEquals(698, late.totalMinor());
    assertEquals(
        List.of(new ReceiptReduction("as shown", 349)), late.lines().getFirst().reductions());
  }

  @Test
  void oldPriceListIsSaidAndTheLowerAmountHolds() throws Exception {
    String old = lists.keep(list(RULES).document());
    FrozenBill bill = prices().freeze(bill(accord(old, TODAY, false, false), "milk", 3));
    PriceList dearer = list(RULES.replace("\"n\":3", "\"n\":4"));
    Receipt receipt = receipt(dearer, bill);
    assertEquals(List.of(Receipt.OLD_RULES), receipt.notes());
    assertEquals(698, receipt.totalMinor());
    PriceList cheaper = list(RULES.replace("\"m\":2", "\"m\":1"));
    FrozenBill next = prices().freeze(bill(accord(old, TODAY, false, false), "milk", 3));
    assertEquals(349, receipt(cheaper, next).totalMinor());
  }

  @Test
  void oldCatalogueIsSaidAndTheRecordShowsBothPrices() throws Exception {
    FrozenBill bill = prices().freeze(bill(Accord.NONE, "cola", 1));
    shop = shop(SHOP.replace("1.99", "2.29"));
    Receipt receipt = receipt(list(RULES), bill);
    assertEquals(List.of(Receipt.OLD_PRICES), receipt.notes());
    assertEquals(199, receipt.lines().getFirst().shelfUnitPriceMinor());
    assertEquals(229, receipt.lines().getFirst().gateUnitPriceMinor());
    assertEquals(199 + 16 + 5, receipt.totalMinor()); // 8.25 % of 1.99 and the deposit
  }

  @Test
  void cartThatClaimsOtherAmountsByTheGatesOwnListIsRefused() throws Exception {
    PriceList list = list(RULES);
    String digest = lists.keep(list.document());
    FrozenBill honest = prices().freeze(bill(accord(digest, TODAY, false, false), "soap", 1));
    FrozenBill claimed = prices().freeze(bill(accord(digest, TODAY, true, false), "soap", 1));
    FrozenBill lie =
        new FrozenBill(
            "cart-1",
            honest.key(),
            "USD",
            claimed.lines(),
            claimed.totalMinor(),
            honest.catalogue(),
            List.of(),
            honest.terms());
    Answer answer = settle(list, lie, NOON);
    assertEquals(
        ProblemKind.WRONG_SUM, assertInstanceOf(Answer.Refused.class, answer).problem().kind());
  }

  @Test
  void beerWithoutApprovalIsRefusedAtTheGateToo() throws Exception {
    PriceList list = list(RULES);
    Answer answer = settle(list, prices().freeze(bill(Accord.NONE, "beer", 1)), NOON);
    assertEquals(
        ProblemKind.AGE_NOT_APPROVED,
        assertInstanceOf(Answer.Refused.class, answer).problem().kind());
    Accord approved = Accord.NONE.with(new Accord.Approval(21, "Ann"));
    assertEquals(
        499 + 41 + 10, receipt(list, prices().freeze(bill(approved, "beer", 1))).totalMinor());
  }

  private static Accord accord(String digest, LocalDate day, boolean member, boolean coupon) {
    Wallet wallet =
        new Wallet(List.of(), coupon ? List.of("SUN") : List.of(), member ? "member-7" : "");
    return Accord.NONE
        .with(wallet)
        .with(new Accord.Approval(21, "Ann"))
        .with(new Accord.Basis(digest, day.toEpochDay()));
  }

  private Bill bill(SplittableRandom random, Accord accord) {
    List<BillLine> lines = new ArrayList<>();
    for (Product product : shop.catalogue().products()) {
      if (random.nextInt(3) > 0) {
        lines.add(line(product, 1 + random.nextInt(7), random.nextDouble(2_000)));
      }
    }
    return new Bill("t" + trips++, 1, lines, Remarks.NONE, accord);
  }

  private Bill bill(Accord accord, String product, int pieces) {
    Product bought = shop.catalogue().get(new ProductId(product));
    return new Bill("t" + trips++, 1, List.of(line(bought, pieces, 500)), Remarks.NONE, accord);
  }

  private static BillLine line(Product product, int pieces, double grams) {
    return new BillLine(product.id(), pieces, Mass.ofGrams(grams), product.unit(), product.price());
  }

  private BillPrices prices() {
    return new BillPrices("cart-1", shop.catalogue(), lists);
  }

  private Receipt receipt(PriceList list, FrozenBill bill) throws IOException {
    return receipt(list, bill, NOON);
  }

  private Receipt receipt(PriceList list, FrozenBill bill, Instant now) throws IOException {
    Answer.Replied replied = assertInstanceOf(Answer.Replied.class, settle(list, bill, now));
    return assertInstanceOf(Receipt.class, SettlementCodec.decodeReply(replied.reply().bytes()));
  }

  private Answer settle(PriceList list, FrozenBill bill, Instant now) throws IOException {
    try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"));
        SandboxProvider provider = SandboxProvider.open(folder.resolve("sandbox.db"))) {
      GateParts parts =
          new GateParts(
              ledger,
              provider,
              (key, receipt) -> {},
              shop.catalogue(),
              () -> now,
              ShopPrices.of(list));
      SettlementRequest request = SettlementRequest.of(bill, new TenderOffer("card", "sandbox-ok"));
      return new Settlements(parts).settle("cart-1", SettlementCodec.encode(request));
    }
  }

  private PriceList list(String rules) throws IOException {
    return PriceList.of(Files.writeString(folder.resolve("rules.json"), rules), shop);
  }

  private Assortment shop(String csv) throws IOException {
    return CatalogueFile.open(Files.writeString(folder.resolve("shop.csv"), csv));
  }
}
