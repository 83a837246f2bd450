package pannier.gate.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.SaleUnit;
import pannier.gate.Shop;
import pannier.gate.ledger.SettlementState;
import pannier.wire.Declined;
import pannier.wire.Digest;
import pannier.wire.FrozenBill;
import pannier.wire.FrozenLine;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementRequest;
import pannier.wire.TenderOffer;

class SettlementsTest {
  private static final SettlementRequest REQUEST = Shop.request("t", 1);

  @TempDir Path folder = Path.of(".");
  private Desk desk;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void receiptBillLedgerAndBookAgree() throws Exception {
    Receipt receipt = Desk.receipt(desk.settle(REQUEST));

    assertEquals(REQUEST.billDigest(), receipt.billDigest());
    assertEquals(345, receipt.totalMinor()); // 2 x 1.19 + 0.820 x 1.30
    assertEquals(Desk.NOON, receipt.settledAt());
    assertEquals(receipt.lines(), desk.row(1).intent().lines());
    assertEquals(345, desk.charges().getFirst().amountMinor());
    assertEquals(List.of(receipt.receiptId()), desk.openings);
    assertTrue(desk.row(1).openedAt().isPresent());
  }

  @Test
  void repeatedSettlementReturnsTheSameReceiptToTheByte() throws Exception {
    Answer first = desk.settle(REQUEST);
    Answer second = desk.settle(REQUEST);

    assertEquals(Desk.replied(first), Desk.replied(second));
    assertEquals(1, desk.charges().size());
    assertEquals(1, desk.openings.size());
  }

  @Test
  void pricesThatChangeAfterwardsDoNotChangeTheReceipt() throws Exception {
    Answer first = desk.settle(REQUEST);
    Catalogue dearer = new Catalogue(Shop.EUR, List.of(Shop.product("milk", SaleUnit.PIECE, 999)));

    try (Desk other = new Desk(folder, dearer)) {
      assertEquals(Desk.replied(first), Desk.replied(other.settle(REQUEST)));
    }
  }

  @Test
  void sameKeyWithAnotherBillIsRefused() throws Exception {
    desk.settle(REQUEST);
    FrozenLine eggs = new FrozenLine("eggs", 1, OptionalLong.empty(), 250, 250);

    Problem problem =
        Desk.problem(desk.settle(SettlementRequest.of(Shop.bill("t", 1, eggs), Shop.CARD)));

    assertEquals(ProblemKind.OTHER_BILL, problem.kind());
    assertEquals(1, desk.charges().size());
  }

  @Test
  void sameKeyWithAnotherTenderIsRefused() {
    desk.settle(REQUEST);
    TenderOffer other = new TenderOffer("card", "sandbox-limit-900");

    Answer answer = desk.settle(SettlementRequest.of(REQUEST.bill(), other));

    assertEquals(ProblemKind.OTHER_BILL, Desk.problem(answer).kind());
  }

  @Test
  void paidTripNamesItsReceiptToEveryLaterAttempt() throws Exception {
    Receipt receipt = Desk.receipt(desk.settle(REQUEST));

    Problem problem = Desk.problem(desk.settle(Shop.request("t", 2)));

    assertEquals(ProblemKind.ALREADY_SETTLED, problem.kind());
    assertEquals(
        new Problem.SettledBefore(1, receipt.receiptId()), problem.settled().orElseThrow());
    assertEquals(1, desk.charges().size());
  }

  @Test
  void declinedTenderLeavesTheLedgerWholeAndTheNextAttemptWorks() throws Exception {
    TenderOffer poor = new TenderOffer("card", "sandbox-limit-100");

    Answer first = desk.settle(SettlementRequest.of(Shop.bill("t", 1), poor));

    assertEquals(new Declined(REQUEST.key(), "insufficient-funds"), Desk.reply(first));
    assertEquals(List.of(), desk.charges());
    assertEquals(List.of(), desk.openings);
    assertEquals(
        Desk.replied(first),
        Desk.replied(desk.settle(SettlementRequest.of(Shop.bill("t", 1), poor))));

    assertEquals(345, Desk.receipt(desk.settle(Shop.request("t", 2))).totalMinor());
    assertEquals(1, desk.charges().size());
    assertEquals(1, desk.count(SettlementState.SETTLED));
  }

  @Test
  void lowerOfShelfAndGatePriceHoldsAndBothAreRecorded() throws Exception {
    Catalogue gates =
        new Catalogue(
            Shop.EUR,
            List.of(
                Shop.product("milk", SaleUnit.PIECE, 129), // dearer at the gate
                Shop.product("bananas", SaleUnit.KILOGRAM, 100))); // cheaper at the gate

    try (Desk other = new Desk(folder, gates)) {
      List<ReceiptLine> lines = Desk.receipt(other.settle(REQUEST)).lines();

      ReceiptLine milk = lines.get(0);
      assertEquals(List.of(119L, 129L, 238L), both(milk));
      ReceiptLine bananas = lines.get(1);
      assertEquals(List.of(130L, 100L, 82L), both(bananas)); // 0.820 x 1.00
      assertEquals(238 + 82, other.charges().getFirst().amountMinor());
    }
  }

  @Test
  void billThatContradictsTheCatalogueItNamesIsRefused() {
    FrozenLine cheap = new FrozenLine("milk", 1, OptionalLong.empty(), 1, 1);

    Answer answer = desk.settle(SettlementRequest.of(Shop.bill("t", 1, cheap), Shop.CARD));

    assertProblem(ProblemKind.WRONG_SUM, "bill.lines[0].unit-price: found 1; expected 119", answer);
  }

  @Test
  void billThatDoesNotAddUpIsRefused() {
    FrozenLine wrong = new FrozenLine("milk", 2, OptionalLong.empty(), 119, 239);
    assertProblem(
        ProblemKind.WRONG_SUM,
        "bill.lines[0].net: found 239; expected 238",
        desk.settle(SettlementRequest.of(Shop.bill("t", 1, wrong), Shop.CARD)));

    FrozenBill bill = Shop.bill("t", 1);
    FrozenBill total =
        new FrozenBill(
            bill.cartId(), bill.key(), "EUR", bill.lines(), 1, bill.catalogue(), List.of());
    assertProblem(
        ProblemKind.WRONG_SUM,
        "bill.total: found 1; expected 345",
        desk.settle(SettlementRequest.of(total, Shop.CARD)));
  }

  @Test
  void strangeProductMissingMassAndCurrencyAreNamed() {
    FrozenLine stranger = new FrozenLine("gold", 1, OptionalLong.empty(), 1, 1);
    assertProblem(
        ProblemKind.UNKNOWN_PRODUCT,
        "bill.lines[0].product: found 'gold'",
        desk.settle(SettlementRequest.of(Shop.bill("t", 1, stranger), Shop.CARD)));

    FrozenLine massless = new FrozenLine("bananas", 1, OptionalLong.empty(), 130, 130);
    assertProblem(
        ProblemKind.WRONG_SUM,
        "bill.lines[0].mass: is missing",
        desk.settle(SettlementRequest.of(Shop.bill("t", 1, massless), Shop.CARD)));

    FrozenBill dollars =
        new FrozenBill(
            "cart-1", REQUEST.key(), "USD", List.of(), 0, Digest.of(new byte[0]), List.of());
    assertProblem(
        ProblemKind.WRONG_CURRENCY,
        "bill.currency: found USD; expected EUR",
        desk.settle(SettlementRequest.of(dollars)));
  }

  @Test
  void refusedBillLeavesNoTrace() throws Exception {
    FrozenLine stranger = new FrozenLine("gold", 1, OptionalLong.empty(), 1, 1);
    desk.settle(SettlementRequest.of(Shop.bill("t", 1, stranger), Shop.CARD));

    assertEquals(List.of(), desk.ledger.listTrip("t"));
    assertEquals(List.of(), desk.provider.entries());
  }

  @Test
  void emptyBasketOpensWithABillOfZero() throws Exception {
    Receipt receipt = Desk.receipt(desk.settle(SettlementRequest.of(Shop.bill("t", 1, none()))));

    assertEquals(0, receipt.totalMinor());
    assertEquals(List.of(receipt.receiptId()), desk.openings);
    assertEquals(List.of(), desk.provider.entries());
  }

  @Test
  void unknownTendersAreRefusedAndTooLittleIsToo() {
    TenderOffer promise = new TenderOffer("promise", "x");
    assertProblem(
        ProblemKind.UNSUPPORTED_TENDER,
        "tenders[0].kind: found promise; expected one of card, cash, credit, ebt_cash, gift, snap",
        desk.settle(SettlementRequest.of(Shop.bill("t", 1), promise)));
    assertProblem(
        ProblemKind.NOT_COVERED,
        "tenders: found 0.00 of 3.45 EUR; expected all of it",
        desk.settle(SettlementRequest.of(Shop.bill("t", 1))));
  }

  @Test
  void billOfAnotherCartIsRefused() {
    byte[] bytes = SettlementCodec.encode(REQUEST);
    Answer answer = new Settlements(desk.parts).settle("cart-2", bytes);
    assertProblem(ProblemKind.FOREIGN_CART, "bill.cart: found cart-1; expected cart-2", answer);
  }

  @Test
  void tripOfAnotherCartIsRefused() {
    desk.settle(REQUEST);
    FrozenBill bill = Shop.bill("t", 2);
    FrozenBill stolen =
        new FrozenBill(
            "cart-2",
            bill.key(),
            "EUR",
            bill.lines(),
            bill.totalMinor(),
            bill.catalogue(),
            List.of());

    Answer answer =
        new Settlements(desk.parts)
            .settle("cart-2", SettlementCodec.encode(SettlementRequest.of(stolen, Shop.CARD)));

    assertEquals(ProblemKind.FOREIGN_CART, Desk.problem(answer).kind());
  }

  @Test
  void malformedRequestNamesItsPlace() {
    byte[] bytes = "settle, please".getBytes(StandardCharsets.UTF_8);
    Answer answer = new Settlements(desk.parts).settle("cart-1", bytes);
    assertProblem(ProblemKind.MALFORMED, "settlement-request: found broken CBOR", answer);
  }

  static FrozenLine[] none() {
    return new FrozenLine[0];
  }

  private static List<Long> both(ReceiptLine line) {
    return List.of(line.shelfUnitPriceMinor(), line.gateUnitPriceMinor(), line.netMinor());
  }

  private static void assertProblem(ProblemKind kind, String detail, Answer answer) {
    Problem problem = Desk.problem(answer);
    assertEquals(kind, problem.kind());
    assertTrue(problem.detail().startsWith(detail), problem.detail());
  }
}
