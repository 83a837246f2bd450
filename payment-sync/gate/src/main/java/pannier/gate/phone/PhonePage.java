package pannier.gate.phone;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.tinylog.Logger;
import pannier.gate.ledger.LedgerReport;
import pannier.web.Answer;
import pannier.web.HttpProblem;
import pannier.web.Pages;
import pannier.web.RateLimit;
import pannier.web.Request;
import pannier.web.Response;
import pannier.web.Routes;
import pannier.wire.receipt.ReceiptJson;

/**
 * Shows a receipt to whoever has its number: 80 bits that only its cart and its shopper were told.
 * Guessing is slowed down all the same.
 */
public final class PhonePage {
  private static final Pattern ID = Pattern.compile("R-[0-9A-Z]{16}");
  private static final int TRIES = 60;
  private static final Duration REFILL = Duration.ofSeconds(5);

  private final LedgerReport ledger;
  private final RateLimit tries;

  /** The report stays the caller's. */
  public PhonePage(LedgerReport ledger, InstantSource clock) {
    this.ledger = ledger;
    this.tries = new RateLimit(TRIES, REFILL, clock);
  }

  /** Adds {@code /phone} and what lies below it. */
  public void addTo(Routes routes) {
    Pages pages = new Pages(PhonePage.class, "page");
    routes
        .get("/phone", pages.page("phone.html"))
        .get("/phone/page/*", pages::byRest)
        .get("/phone/receipt/*", this::receipt);
  }

  private Answer receipt(Request request) throws HttpProblem {
    tries.take(request.from());
    if (!ID.matcher(request.rest()).matches()) {
      throw new HttpProblem(404, "no such receipt");
    }
    try {
      return Response.text(
          "application/json",
          ReceiptJson.write(
              ledger
                  .findReceipt(request.rest())
                  .orElseThrow(() -> new HttpProblem(404, "no such receipt"))));
    } catch (HttpProblem e) {
      throw e;
    } catch (IOException e) {
      Logger.error(e, "phone page");
      throw new HttpProblem(500, "the gate's disk is at fault; it is in the log");
    }
  }
}
