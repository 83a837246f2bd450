package pannier.gate.ledger;

import java.time.Instant;
import java.util.stream.Stream;
import pannier.gate.sql.Change;
import pannier.pricing.tender.Portion;
import pannier.wire.Charges;
import pannier.wire.Receipt;
import pannier.wire.ReceiptLine;
import pannier.wire.ReceiptTender;
import pannier.wire.SettlementKey;

/**
 * The double entries. A sale moves from {@code sales} to {@code basket}, as do tax that comes on
 * top and deposits from accounts of their own, a tender from {@code basket} to {@code
 * authorised/KIND} (or {@code uncollected/KIND}), a capture on to {@code captured/KIND}: {@code
 * basket} is zero whenever tenders and lines agree.
 */
final class Postings {
  static final String BASKET = "basket";
  static final String SALES = "sales";
  static final String TAX = "tax";
  static final String DEPOSITS = "deposits";

  private Postings() {}

  static Stream<Change> sale(Receipt receipt, ReceiptLine line, long at) {
    Entry entry = new Entry(BASKET, SALES, line.netMinor(), receipt.currency(), line.product());
    return post(receipt.key(), entry, at);
  }

  /** Taxes that come on top, and deposits. */
  static Stream<Change> charges(Receipt receipt, long at) {
    Charges charges = receipt.charges();
    long tax = charges.included() ? 0 : charges.taxMinor();
    Entry taxes = new Entry(BASKET, TAX, tax, receipt.currency(), "tax");
    long deposits = charges.depositsMinor();
    Entry containers = new Entry(BASKET, DEPOSITS, deposits, receipt.currency(), "deposits");
    return Stream.concat(post(receipt.key(), taxes, at), post(receipt.key(), containers, at));
  }

  static Stream<Change> authorised(Receipt receipt, ReceiptTender tender, long at) {
    return owes("authorised/" + tender.kind(), receipt, tender, at);
  }

  /** What nobody pays. */
  static Stream<Change> uncollected(Receipt receipt, ReceiptTender tender, long at) {
    return owes("uncollected/" + tender.kind(), receipt, tender, at);
  }

  private static Stream<Change> owes(
      String account, Receipt receipt, ReceiptTender tender, long at) {
    Entry entry =
        new Entry(account, BASKET, tender.amountMinor(), receipt.currency(), tender.reference());
    return post(receipt.key(), entry, at);
  }

  static Stream<Change> capture(Capture capture, long at) {
    Entry entry =
        new Entry(
            "captured/" + capture.tender(),
            "authorised/" + capture.tender(),
            capture.amountMinor(),
            capture.currency(),
            "capture");
    return post(capture.key(), entry, at);
  }

  /**
   * A part of what was paid that goes back.
   *
   * @param kind of the tender that paid it
   * @param included whether the price contains the tax, which is then part of the sales
   */
  record Back(Portion portion, String kind, boolean included, String currency) {}

  /** The sale is undone in part: the store owes it to the tender. */
  static Stream<Change> refunded(SettlementKey key, Back back, Instant at) {
    String account =
        switch (back.portion().part()) {
          case GOODS -> SALES;
          case TAX -> back.included() ? SALES : TAX;
          case DEPOSIT -> DEPOSITS;
        };
    Entry entry =
        new Entry(
            account, "owed/" + back.kind(), back.portion().minor(), back.currency(), "refund");
    return post(key, entry, at.toEpochMilli());
  }

  /** The provider gave back what was owed. */
  static Stream<Change> wentBack(RefundDue due, String currency, Instant at) {
    Entry entry =
        new Entry(
            "owed/" + due.tender(),
            "captured/" + due.tender(),
            due.amountMinor(),
            currency,
            due.refundKey());
    return post(due.key(), entry, at.toEpochMilli());
  }

  private record Entry(
      String debit, String credit, long amountMinor, String currency, String about) {}

  private static Stream<Change> post(SettlementKey key, Entry entry, long at) {
    return entry.amountMinor() == 0
        ? Stream.empty() // a line that is free moves nothing
        : Stream.of(
            Change.of(
                """
                INSERT INTO posting (trip_id, attempt, debit, credit, amount_minor, currency, about,
                  posted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                key.tripId(),
                key.attempt(),
                entry.debit(),
                entry.credit(),
                entry.amountMinor(),
                entry.currency(),
                entry.about(),
                at));
  }
}
