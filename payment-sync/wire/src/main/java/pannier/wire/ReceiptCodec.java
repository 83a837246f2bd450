package pannier.wire;

import java.util.ArrayList;
import java.util.List;

/** A receipt as bytes. */
final class ReceiptCodec {
  private ReceiptCodec() {}

  static byte[] encode(Receipt receipt) {
    CborFields body =
        new CborFields()
            .put(0, receipt.receiptId())
            .put(1, receipt.cartId())
            .put(2, receipt.settledAt().toEpochMilli())
            .put(3, receipt.billDigest().bytes())
            .put(4, receipt.currency())
            .put(5, receipt.lines().stream().map(ReceiptCodec::line).toList())
            .put(6, receipt.totalMinor())
            .put(7, receipt.tenders().stream().map(ReceiptCodec::tender).toList());
    if (!receipt.charges().equals(Charges.NONE)) {
      body.put(8, charges(receipt.charges()));
    }
    if (!receipt.notes().isEmpty()) {
      body.put(9, receipt.notes());
    }
    return new CborFields()
        .put(0, Limits.VERSION)
        .put(1, receipt.key().tripId())
        .put(2, receipt.key().attempt())
        .put(3, body)
        .encode();
  }

  static Receipt decode(SettlementKey key, CborNode body) throws MalformedMessageException {
    List<ReceiptLine> lines = new ArrayList<>();
    for (CborNode line : body.maps(5, "lines", Limits.MOST_LINES)) {
      lines.add(line.build(() -> line(line)));
    }
    List<ReceiptTender> tenders = new ArrayList<>();
    for (CborNode tender : body.maps(7, "tenders", Limits.MOST_TENDERS)) {
      tenders.add(tender.build(() -> tender(tender)));
    }
    Charges charges = body.has(8) ? charges(body.map(8, "charges")) : Charges.NONE;
    return body.build(
        () ->
            new Receipt(
                body.text(0, "receipt"),
                body.text(1, "cart"),
                key,
                SettlementCodec.instant(body, 2, "settled-at"),
                body.digest(3, "bill-digest"),
                body.text(4, "currency"),
                lines,
                body.number(6, "total"),
                tenders,
                charges,
                body.has(9) ? body.texts(9, "notes", Receipt.MOST_NOTES) : List.of()));
  }

  private static CborFields charges(Charges charges) {
    return new CborFields()
        .put(0, charges.taxes().stream().map(ReceiptCodec::tax).toList())
        .put(1, charges.included() ? 1 : 0)
        .put(2, charges.depositsMinor());
  }

  private static Charges charges(CborNode node) throws MalformedMessageException {
    List<ReceiptTax> taxes = new ArrayList<>();
    for (CborNode tax : node.maps(0, "taxes", Charges.mostRates())) {
      taxes.add(tax.build(() -> tax(tax)));
    }
    return node.build(
        () -> new Charges(taxes, node.number(1, "included") != 0, node.number(2, "deposits")));
  }

  private static CborFields tax(ReceiptTax tax) {
    return new CborFields()
        .put(0, tax.rateBillionths())
        .put(1, tax.baseMinor())
        .put(2, tax.taxMinor());
  }

  private static ReceiptTax tax(CborNode tax) throws MalformedMessageException {
    return new ReceiptTax(tax.number(0, "rate"), tax.number(1, "base"), tax.number(2, "tax"));
  }

  private static CborFields line(ReceiptLine line) {
    CborFields fields =
        new CborFields()
            .put(0, line.product())
            .put(1, line.name())
            .put(2, line.pieces())
            .put(3, line.massGrams())
            .put(4, line.shelfUnitPriceMinor())
            .put(5, line.gateUnitPriceMinor())
            .put(6, line.grossMinor())
            .put(7, line.discountMinor());
    LineCharges charges = line.charges();
    if (!charges.equals(LineCharges.NONE)) {
      fields.put(8, charges(charges));
    }
    return line.reductions().isEmpty()
        ? fields
        : fields.put(9, line.reductions().stream().map(ReceiptCodec::reduction).toList());
  }

  private static CborFields reduction(ReceiptReduction reduction) {
    return new CborFields().put(0, reduction.name()).put(1, reduction.minor());
  }

  private static List<ReceiptReduction> reductions(CborNode line) throws MalformedMessageException {
    List<ReceiptReduction> reductions = new ArrayList<>();
    for (CborNode one : line.maps(9, "reductions", ReceiptLine.MOST_REDUCTIONS)) {
      reductions.add(
          one.build(() -> new ReceiptReduction(one.text(0, "name"), one.number(1, "amount"))));
    }
    return reductions;
  }

  private static CborFields charges(LineCharges charges) {
    return new CborFields()
        .put(0, charges.rateBillionths())
        .put(1, charges.taxMinor())
        .put(2, charges.depositMinor())
        .put(3, charges.benefitsMinor());
  }

  private static LineCharges lineCharges(CborNode node) throws MalformedMessageException {
    return node.build(
        () ->
            new LineCharges(
                node.number(0, "rate"),
                node.number(1, "tax"),
                node.number(2, "deposit"),
                node.number(3, "benefits")));
  }

  private static ReceiptLine line(CborNode line) throws MalformedMessageException {
    return new ReceiptLine(
        line.text(0, "product"),
        line.text(1, "name"),
        line.small(2, "pieces"),
        line.optionalNumber(3, "mass"),
        line.number(4, "shelf-price"),
        line.number(5, "gate-price"),
        line.number(6, "gross"),
        line.number(7, "discount"),
        line.has(8) ? lineCharges(line.map(8, "charges")) : LineCharges.NONE,
        line.has(9) ? reductions(line) : List.of());
  }

  private static CborFields tender(ReceiptTender tender) {
    return new CborFields()
        .put(0, tender.kind())
        .put(1, tender.amountMinor())
        .put(2, tender.reference());
  }

  private static ReceiptTender tender(CborNode tender) throws MalformedMessageException {
    return new ReceiptTender(
        tender.text(0, "kind"), tender.number(1, "amount"), tender.text(2, "reference"));
  }
}
