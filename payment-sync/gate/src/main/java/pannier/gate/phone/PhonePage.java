package pannier.gate.phone;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tinylog.Logger;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.pairing.LoginDesk;
import pannier.gate.paper.QrPicture;
import pannier.web.Answer;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.web.Pages;
import pannier.web.RateLimit;
import pannier.web.Request;
import pannier.web.Response;
import pannier.web.Routes;
import pannier.wire.Digest;
import pannier.wire.Limits;
import pannier.wire.receipt.ReceiptJson;

/**
 * Shows a receipt to whoever has its number: 80 bits that only its cart and its shopper were told.
 * Guessing is slowed down all the same. It also makes the codes by which a shopper begins a trip.
 */
public final class PhonePage {
  private static final Pattern ID = Pattern.compile("R-[0-9A-Z]{16}");
  private static final int TRIES = 60;
  private static final Duration REFILL = Duration.ofSeconds(5);

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final int CODES = 12;
  private static final Duration CODE_REFILL = Duration.ofSeconds(10);

  private final LedgerReport ledger;
  private final LoginDesk logins;
  private final RateLimit tries;
  private final RateLimit codes;

  /** Both stay the caller's. */
  public PhonePage(LedgerReport ledger, LoginDesk logins, InstantSource clock) {
    this.ledger = ledger;
    this.logins = logins;
    this.codes = new RateLimit(CODES, CODE_REFILL, clock);
    this.tries = new RateLimit(TRIES, REFILL, clock);
  }

  /** Adds {@code /phone} and what lies below it. */
  public void addTo(Routes routes) {
    Pages pages = new Pages(PhonePage.class, "page");
    routes
        .get("/phone", pages.page("phone.html"))
        .get("/phone/page/*", pages::byRest)
        .get("/phone/receipt/*", this::receipt)
        .post("/phone/login", this::login)
        .get("/phone/login/*", this::taken);
  }

  /** A code for a cart's camera; it is good once, for a minute. */
  private Answer login(Request request) throws HttpProblem {
    codes.take(request.from());
    JsonBody body = request.json();
    String member = body.has("member") ? name(body, "member") : "";
    Optional<String> cart = body.has("cart") ? Optional.of(name(body, "cart")) : Optional.empty();
    try {
      LoginDesk.Shown shown = logins.show(cart, member);
      QrPicture picture = QrPicture.of(shown.code().text());
      Map<String, Object> code = new LinkedHashMap<>();
      code.put("id", shown.code().digest().hex());
      code.put("side", picture.side());
      code.put("path", picture.path());
      code.put("until", shown.until().toEpochMilli());
      return Response.json(code);
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private static String name(JsonBody body, String field) throws HttpProblem {
    return body.text(field, Limits.LONGEST_ID, "1 to %d characters".formatted(Limits.LONGEST_ID));
  }

  /** Which cart has taken a code; nothing as long as none has. */
  private Answer taken(Request request) throws HttpProblem {
    if (!DIGEST.matcher(request.rest()).matches()) {
      throw new HttpProblem(404, "no such code");
    }
    try {
      return Response.json(Map.of("cart", logins.takenBy(new Digest(request.rest())).orElse("")));
    } catch (IOException e) {
      throw fault(e);
    }
  }

  private static HttpProblem fault(IOException e) {
    Logger.error(e, "phone page");
    return new HttpProblem(500, "the gate's disk is at fault; it is in the log");
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
      throw fault(e);
    }
  }
}
