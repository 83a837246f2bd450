package pannier.gate.paper;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.ledger.Ledger;
import pannier.gate.ledger.SettlementRow;
import pannier.web.HttpProblem;
import pannier.web.RateLimit;
import pannier.web.Request;
import pannier.web.Response;
import pannier.web.Routes;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.receipt.ReceiptJson;
import pannier.wire.receipt.ReceiptText;

/**
 * Receipts by their number, which nobody can guess: {@code /receipt/R-…} in plain text, {@code
 * .pdf}, {@code .json}; {@code ?lang=de} or the browser's language.
 */
public final class ReceiptRoutes {
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");
  private static final int NOT_FOUND = 404;
  private static final int FAULT = 500;

  private static final int TRIES = 60;
  private static final Duration REFILL = Duration.ofSeconds(5);

  private final RateLimit tries;
  private final Ledger ledger;
  private final ReceiptSeal seal;
  private final ZoneId zone;
  private final String link;

  /**
   * @param link what comes before a receipt's number in its QR code, such as {@code
   *     https://shop.example/receipt/}
   */
  public ReceiptRoutes(Ledger ledger, ReceiptSeal seal, ZoneId zone, String link) {
    this.tries = new RateLimit(TRIES, REFILL, InstantSource.system());
    this.ledger = ledger;
    this.seal = seal;
    this.zone = zone;
    this.link = link;
  }

  public void addTo(Routes routes) {
    routes.get("/receipt/*", this::receipt);
  }

  private Response receipt(Request request) throws HttpProblem {
    tries.take(request.from());
    try {
      return answer(request);
    } catch (HttpProblem e) {
      throw e;
    } catch (IOException e) {
      Logger.error(e, "receipts");
      throw new HttpProblem(FAULT, "the ledger cannot be read");
    }
  }

  private Response answer(Request request) throws IOException {
    String rest = request.rest();
    int dot = rest.indexOf('.');
    String id = dot < 0 ? rest : rest.substring(0, dot);
    Receipt receipt = find(id).orElseThrow(() -> new HttpProblem(NOT_FOUND, "no such receipt"));
    return switch (dot < 0 ? "" : rest.substring(dot)) {
      case "", ".txt" -> Response.text("text/plain", text(receipt, locale(request)));
      case ".json" -> Response.text("application/json", json(receipt));
      case ".pdf" -> Response.bytes("application/pdf", pdf(receipt, locale(request)));
      default -> throw new HttpProblem(NOT_FOUND, "a receipt is .txt, .json or .pdf");
    };
  }

  /** A receipt of the ledger. */
  public Optional<Receipt> find(String receiptId) throws IOException {
    Optional<EncodedReply> reply = ledger.findReceipt(receiptId).flatMap(SettlementRow::reply);
    return reply.isPresent()
            && SettlementCodec.decodeReply(reply.get().bytes()) instanceof Receipt receipt
        ? Optional.of(receipt)
        : Optional.empty();
  }

  public byte[] pdf(Receipt receipt, Locale locale) {
    ReceiptPdf.Proof proof = new ReceiptPdf.Proof(seal.sign(receipt), link + receipt.receiptId());
    return ReceiptPdf.render(receipt, locale, zone, proof);
  }

  public String text(Receipt receipt, Locale locale) {
    return "%sEd25519 %s%n%s%s%n"
        .formatted(
            ReceiptText.render(receipt, locale, zone),
            seal.sign(receipt),
            link,
            receipt.receiptId());
  }

  /** The receipt's JSON with signature, public key and link. */
  public String json(Receipt receipt) throws IOException {
    ObjectNode node = (ObjectNode) new ObjectMapper().readTree(ReceiptJson.write(receipt));
    node.put("signature", seal.sign(receipt)).put("public_key", seal.publicKey());
    return node.put("link", link + receipt.receiptId()).toString();
  }

  private static Locale locale(Request request) throws HttpProblem {
    String wanted = request.query("lang").or(() -> request.header("Accept-Language")).orElse("en");
    String language = Locale.forLanguageTag(wanted.split("[,;]", 2)[0].strip()).getLanguage();
    return LANGUAGES.contains(language) ? Locale.forLanguageTag(tag(wanted)) : Locale.ENGLISH;
  }

  private static String tag(String wanted) {
    return wanted.split("[,;]", 2)[0].strip();
  }
}
