package pannier.gate.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.ProductId;
import pannier.domain.money.Money;
import pannier.gate.Shop;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.SettlementState;
import pannier.gate.provider.SandboxProvider;
import pannier.pricing.PriceTable;
import pannier.pricing.checkout.PriceBook;
import pannier.pricing.checkout.StoreRules;
import pannier.pricing.rule.SaleTerms;
import pannier.pricing.rule.Validity;
import pannier.pricing.tax.Rate;
import pannier.pricing.tax.TaxRounding;
import pannier.pricing.tax.TaxRules;
import pannier.pricing.tax.TaxTable;
import pannier.wire.Charges;
import pannier.wire.Declined;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.ReceiptTax;
import pannier.wire.ReceiptTender;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

/**
 * A store where milk is taxed at 10 % with a deposit of 0.25, and food benefits pay milk and
 * bananas: 2.38 + 1.07 + 0.50 of deposit, and 0.24 of tax if benefits pay nothing.
 */
class SplitTenderTest {
  private static final TenderOffer CARD = new TenderOffer("card", "sandbox-ok");

  @TempDir Path folder = Path.of(".");
  private Desk desk;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder, Shop.CATALOGUE, rules());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void benefitsGiftAndCardPayTogether() throws Exception {
    Receipt receipt =
        Desk.receipt(settle(1, snap("sandbox-ok", 200), gift("sandbox-ok", 50), CARD));

    // benefits pay 2.00 of the milk: tax is on 0.38
    assertEquals(345 + 50 + 4, receipt.totalMinor());
    Charges charges = new Charges(List.of(new ReceiptTax(100_000_000, 38, 4)), false, 50);
    assertEquals(charges, receipt.charges());
    assertEquals(
        List.of(
            new ReceiptTender("snap", 200, "sandbox-1"),
            new ReceiptTender("gift", 50, "sandbox-2"),
            new ReceiptTender("card", 149, "sandbox-3")),
        receipt.tenders());
    assertEquals(200, receipt.lines().getFirst().charges().benefitsMinor());
    assertEquals(1, desk.openings.size());
  }

  @Test
  void ledgerBalancesAndEachTenderIsCapturedOnce() throws Exception {
    settle(1, snap("sandbox-ok", 200), gift("sandbox-ok", 50), CARD);
    Captures.takeAll(desk.parts);
    Captures.takeAll(desk.parts);

    try (LedgerReport report = LedgerReport.open(folder.resolve("ledger.db"))) {
      Map<String, Long> balances = report.balances();
      assertEquals(0, balances.get("basket"));
      assertEquals(-345, balances.get("sales"));
      assertEquals(-4, balances.get("tax"));
      assertEquals(-50, balances.get("deposits"));
      assertEquals(200, balances.get("captured/snap"));
      assertEquals(50, balances.get("captured/gift"));
      assertEquals(149, balances.get("captured/card"));
      assertEquals(0, report.due());
    }
    List<String> states =
        desk.provider.entries().stream().map(SandboxProvider.Entry::state).distinct().toList();
    assertEquals(List.of("CAPTURED"), states);
  }

  @Test
  void declineOfTheLastTenderLeavesTheOthersWhole() throws Exception {
    TenderOffer poor = new TenderOffer("card", "sandbox-limit-100");

    Answer answer = settle(1, snap("sandbox-ok", 200), gift("sandbox-ok", 50), poor);

    assertEquals("insufficient-funds", declined(answer));
    assertEquals(List.of(), desk.charges());
    assertEquals(List.of(), desk.openings);
    assertEquals(399, Desk.receipt(settle(2, snap("sandbox-ok", 200), CARD)).totalMinor());
  }

  @Test
  void partialApprovalIsGivenBackAndSaysWhatIsThere() throws Exception {
    Answer answer = settle(1, new TenderOffer("snap", "sandbox-partial-120"), CARD);

    assertEquals("partial-snap-120", declined(answer));
    assertEquals(List.of(), desk.charges());

    Receipt receipt = Desk.receipt(settle(2, snap("sandbox-partial-120", 120), CARD));
    assertEquals(120, receipt.tenders().getFirst().amountMinor());
    assertEquals(345 + 50 + 12, receipt.totalMinor()); // 10 % of 1.18
  }

  @Test
  void lostReplyInTheMiddleIsAskedAgainAndNothingIsReservedTwice() throws Exception {
    SettlementRequest request =
        request(1, snap("sandbox-ok", 200), gift("sandbox-ok+lost-reply", 50), CARD);

    assertEquals(ProblemKind.PROVIDER_UNREACHABLE, Desk.problem(desk.settle(request)).kind());
    assertEquals(2, desk.charges().size()); // benefits and gift, nobody heard of the gift
    assertEquals(399, Desk.receipt(desk.settle(request)).totalMinor());
    assertEquals(399, desk.charges().stream().mapToLong(SandboxProvider.Entry::amountMinor).sum());
  }

  @Test
  void withdrawalInTheMiddleGivesEveryTenderBack() throws Exception {
    settle(1, snap("sandbox-ok", 200), gift("sandbox-ok+down", 50), CARD);
    assertEquals(1, desk.charges().size());

    assertEquals(Declined.VOIDED, declined(desk.withdraw("t", 1)));
    assertEquals(List.of(), desk.charges());
    assertEquals(1, desk.count(SettlementState.DECLINED));
  }

  @Test
  void crashAtEachBoundaryChargesOnceOrNotAtAll() throws Exception {
    SettlementRequest request = request(1, snap("sandbox-ok", 200), gift("sandbox-ok", 50), CARD);
    boolean crashed = true;
    for (int at = 0; crashed; at++) {
      Path own = Files.createDirectory(folder.resolve("crash-" + at));
      try (Desk fresh = new Desk(own, Shop.CATALOGUE, rules())) {
        CrashPoints points = new CrashPoints(at);
        fresh.settleThrough(points, request);
        crashed = points.crashed();
      }
      try (Desk restarted = new Desk(own, Shop.CATALOGUE, rules())) {
        new Settlements(restarted.parts).recover();
        assertEquals(399, Desk.receipt(restarted.settle(request)).totalMinor(), "at " + at);
        assertEquals(
            List.of(200L, 50L, 149L),
            restarted.charges().stream().map(SandboxProvider.Entry::amountMinor).toList());
        assertEquals(1, restarted.count(SettlementState.SETTLED));
      }
    }
  }

  @Test
  void twoCardsPayOneBill() throws Exception {
    TenderOffer half = new TenderOffer("card", "sandbox-ok", OptionalLong.of(200));

    Receipt receipt = Desk.receipt(settle(1, half, CARD));

    assertEquals(
        List.of(200L, 219L), receipt.tenders().stream().map(it -> it.amountMinor()).toList());
    Captures.takeAll(desk.parts);
    assertEquals(0, desk.ledger.listDue().size());
  }

  @Test
  void tenderThatHasNothingToPayIsNotAsked() throws Exception {
    Receipt receipt = Desk.receipt(settle(1, CARD, gift("sandbox-refuse-lost", 0)));
    assertEquals(1, receipt.tenders().size());
  }

  private Answer settle(int attempt, TenderOffer... tenders) {
    return desk.settle(request(attempt, tenders));
  }

  private static SettlementRequest request(int attempt, TenderOffer... tenders) {
    return SettlementRequest.of(Shop.bill("t", attempt), tenders);
  }

  private static TenderOffer snap(String token, long minor) {
    return new TenderOffer("snap", token, OptionalLong.of(minor));
  }

  private static TenderOffer gift(String token, long minor) {
    return new TenderOffer("gift", token, OptionalLong.of(minor));
  }

  private static String declined(Answer answer) throws IOException {
    return ((Declined) Desk.reply(answer)).reason();
  }

  static StoreRules rules() {
    Money deposit = new Money(25, Shop.EUR);
    SaleTerms.Deposit bottle = new SaleTerms.Deposit(deposit, Money.zero(Shop.EUR));
    Map<ProductId, SaleTerms> terms =
        Map.of(
            new ProductId("milk"),
            new SaleTerms(Optional.of("taxed"), true, "", Optional.of(bottle)),
            new ProductId("bananas"),
            new SaleTerms(Optional.empty(), true, "", Optional.empty()));
    TaxTable table =
        new TaxTable(List.of(new TaxTable.Row("taxed", "", Rate.parse("0.1"), Validity.ALWAYS)));
    TaxRules taxes = new TaxRules(table, TaxRounding.INVOICE, false);
    PriceBook book =
        new PriceBook(PriceTable.of(Shop.CATALOGUE), terms, List.of(), taxes, List.of());
    return new StoreRules(book, ZoneOffset.UTC, "", "");
  }
}
