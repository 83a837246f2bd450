package pannier.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pannier.wire.key.OwnKey;

/** The messages of the golden files, and their bytes. */
final class Golden {
  static final FrozenBill BILL =
      new FrozenBill(
          "cart-7",
          new SettlementKey("t-0001", 1),
          "EUR",
          List.of(
              new FrozenLine("still-water-0.5l", 3, OptionalLong.empty(), 79, 237),
              new FrozenLine("bananas", 5, OptionalLong.of(820), 130, 107)),
          344,
          Digest.of("catalogue of the golden files".getBytes(StandardCharsets.UTF_8)),
          List.of("tilted for 3 s"));

  static final SettlementRequest REQUEST =
      SettlementRequest.of(BILL, new TenderOffer("card", "tok-golden"));

  static final Receipt RECEIPT =
      new Receipt(
          "R-GOLDEN",
          "cart-7",
          BILL.key(),
          Instant.parse("2026-01-01T00:00:00Z"),
          REQUEST.billDigest(),
          "EUR",
          List.of(
              new ReceiptLine(
                  "still-water-0.5l", "Still water 0.5 l", 3, OptionalLong.empty(), 79, 85, 237, 0),
              new ReceiptLine("bananas", "Bananas", 5, OptionalLong.of(820), 130, 130, 107, 0)),
          344,
          List.of(new ReceiptTender("card", 344, "sandbox-1")));

  /** Benefits of at most 2.00, and a card for the rest. */
  static final SettlementRequest SPLIT_REQUEST =
      SettlementRequest.of(
          BILL,
          new TenderOffer("snap", "tok-benefits", OptionalLong.of(200)),
          new TenderOffer("card", "tok-golden"));

  /** 2.37 of water taxed at 10 % but for the 2.00 that benefits paid, with 0.25 of deposit. */
  static final Receipt SPLIT_RECEIPT =
      new Receipt(
          "R-SPLIT",
          "cart-7",
          BILL.key(),
          Instant.parse("2026-01-01T00:00:00Z"),
          SPLIT_REQUEST.billDigest(),
          "USD",
          List.of(
              new ReceiptLine(
                  "still-water-0.5l",
                  "Still water 0.5 l",
                  3,
                  OptionalLong.empty(),
                  79,
                  79,
                  237,
                  0,
                  new LineCharges(100_000_000, 4, 25, 200))),
          266,
          List.of(
              new ReceiptTender("snap", 200, "sandbox-1"),
              new ReceiptTender("card", 66, "sandbox-2")),
          new Charges(List.of(new ReceiptTax(100_000_000, 37, 4)), false, 25));

  /**
   * Priced by the gate's list, with a promotion, a label, a coupon, and beer that staff approved.
   */
  static final FrozenBill LISTED_BILL =
      new FrozenBill(
          "cart-7",
          new SettlementKey("t-0002", 2),
          "EUR",
          List.of(
              new FrozenLine("milk", 3, OptionalLong.empty(), 119, 238, 119, false),
              new FrozenLine("cheese", 1, OptionalLong.of(312), 454, 454, 0, true),
              new FrozenLine("beer", 1, OptionalLong.empty(), 109, 109)),
          801,
          Digest.of("catalogue of the golden files".getBytes(StandardCharsets.UTF_8)),
          List.of("age 16 approved by Ann"),
          new BillTerms(
              Optional.of(
                  Digest.of("price list of the golden files".getBytes(StandardCharsets.UTF_8))),
              OptionalLong.of(809),
              OptionalLong.of(20_514),
              new BillTerms.Claims(List.of("SUN"), "m-7", 16, "Ann")));

  /** One payer for the beer, two for halves of the rest. */
  static final SettlementRequest LISTED_REQUEST =
      SettlementRequest.of(
          LISTED_BILL,
          new TenderOffer("cash", "H-7KQ2", OptionalLong.empty(), List.of(2), 0),
          new TenderOffer("card", "tok-a", OptionalLong.empty(), List.of(), 500_000_000),
          new TenderOffer("card", "tok-b"));

  /** Milk at three for two, and a remark. */
  static final Receipt NOTED_RECEIPT =
      new Receipt(
          "R-NOTED",
          "cart-7",
          LISTED_BILL.key(),
          Instant.parse("2026-03-02T00:00:00Z"),
          LISTED_REQUEST.billDigest(),
          "EUR",
          List.of(
              new ReceiptLine(
                  "milk",
                  "Milk",
                  3,
                  OptionalLong.empty(),
                  119,
                  119,
                  357,
                  119,
                  LineCharges.NONE,
                  List.of(new ReceiptReduction("3 for 2", 119)))),
          238,
          List.of(new ReceiptTender("card", 238, "sandbox-1")),
          Charges.NONE,
          List.of(Receipt.OLD_RULES));

  /** A cart that was not trusted for a while, and one word of staff's. */
  static final FrozenBill RISKY_BILL =
      new FrozenBill(
          "cart-7",
          BILL.key(),
          "EUR",
          List.of(),
          0,
          BILL.catalogue(),
          List.of(),
          new BillTerms(
              Optional.empty(),
              OptionalLong.empty(),
              OptionalLong.empty(),
              BillTerms.Claims.NONE,
              new RiskClaim(
                  98,
                  List.of(
                      new RiskClaim.Reason("untrusted", 14, 28),
                      new RiskClaim.Reason("overridden", 1, 60),
                      new RiskClaim.Reason("amount", 2_150, 10)))));

  static final Declined DECLINED = new Declined(BILL.key(), "insufficient-funds");

  static final Problem PROBLEM =
      new Problem(
          ProblemKind.ALREADY_SETTLED,
          "attempt 1 has receipt R-GOLDEN",
          Optional.of(new Problem.SettledBefore(1, "R-GOLDEN")));

  private Golden() {}

  /** The key of RFC 8032 section 7.1, test 1. */
  static OwnKey key() throws IOException {
    return OwnKey.open(Path.of("src/test/resources/golden/cart-key"));
  }

  /** The bytes of a golden file: hexadecimal digits; what follows a # is the reason. */
  static byte[] bytes(String name) throws IOException {
    try (InputStream file = Golden.class.getResourceAsStream("/golden/" + name + ".hex")) {
      if (file == null) {
        throw new IOException("no golden file " + name);
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return HexFormat.of().parseHex(text.replaceAll("(?m)#.*$", "").replaceAll("\\s", ""));
    }
  }
}
