package pannier.gate.phone;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tinylog.Logger;
import pannier.gate.console.Desks;
import pannier.gate.fleet.Fleet;
import pannier.gate.ledger.LedgerReport;
import pannier.gate.ledger.RefusedRefundException;
import pannier.gate.pairing.LoginDesk;
import pannier.gate.paper.QrPicture;
import pannier.pricing.rule.MemberNumbers;
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
public final class PhonePage implements AutoCloseable {
  private static final Pattern ID = Pattern.compile("R-[0-9A-Z]{16}");
  private static final int TRIES = 60;
  private static final Duration REFILL = Duration.ofSeconds(5);

  private static final Set<String> REASONS =
      Set.of("not-taken", "fewer", "other-product", "price", "other");

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final int CODES = 12;
  private static final Duration CODE_REFILL = Duration.ofSeconds(10);

  private final Parts parts;
  private final Baskets baskets;
  private final RateLimit tries;
  private final RateLimit codes;

  /**
   * What the page works with; all of it stays its owners'.
   *
   * @param terms of the store
   */
  public record Parts(
      LedgerReport ledger, Desks desks, LoginDesk logins, Fleet fleet, Terms terms) {}

  /**
   * What a store has of its own.
   *
   * @param currency ISO 4217
   * @param members which numbers are those of its loyalty programme
   */
  public record Terms(String currency, MemberNumbers members) {}

  /** Starts to look what lies in carts. */
  public PhonePage(Parts parts, InstantSource clock) {
    this.parts = parts;
    this.baskets =
        new Baskets(parts.logins(), parts.fleet(), parts.ledger(), parts.terms().currency(), clock);
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
        .post("/phone/dispute", this::dispute)
        .post("/phone/forget", this::forget)
        .post("/phone/login", this::login)
        .get("/phone/login/*", this::taken)
        .get("/phone/basket/*", this::basket);
  }

  /** A code for a cart's camera; it is good once, for a minute. */
  private Answer login(Request request) throws HttpProblem {
    codes.take(request.from());
    JsonBody body = request.json();
    String member = body.has("member") ? name(body, "member") : "";
    if (!member.isEmpty() && !parts.terms().members().take(member)) {
      throw HttpProblem.wrong("member", member, "a number of the store's loyalty programme");
    }
    Optional<String> cart = body.has("cart") ? Optional.of(name(body, "cart")) : Optional.empty();
    try {
      LoginDesk.Shown shown = parts.logins().show(cart, member);
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
      return Response.json(
          Map.of("cart", parts.logins().takenBy(new Digest(request.rest())).orElse("")));
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** What lies in the cart, pushed to the phone that began the trip. */
  private Answer basket(Request request) throws HttpProblem {
    tries.take(request.from());
    if (!DIGEST.matcher(request.rest()).matches()) {
      throw new HttpProblem(404, "no such trip");
    }
    try {
      return baskets.of(new Digest(request.rest()));
    } catch (HttpProblem e) {
      throw e;
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Lets all phones go. */
  @Override
  public void close() {
    baskets.close();
  }

  private static HttpProblem fault(IOException e) {
    Logger.error(e, "phone page");
    return new HttpProblem(500, "the gate's disk is at fault; it is in the log");
  }

  /** Whoever has a receipt's number may say that one of its lines is wrong; once a line. */
  private Answer dispute(Request request) throws HttpProblem {
    tries.take(request.from());
    JsonBody body = request.json();
    String receipt = id(body);
    int line = body.whole("line", 0, Limits.MOST_LINES - 1);
    String reason = body.text("reason", 20, "a reason");
    if (!REASONS.contains(reason)) {
      throw HttpProblem.wrong("reason", reason, "one of " + REASONS);
    }
    return done(
        () ->
            parts
                .desks()
                .refunds()
                .dispute("P-%s-%d".formatted(receipt, line), receipt, line, reason));
  }

  /** What came with this receipt's disputes is deleted; the receipt stays, as the law asks. */
  private Answer forget(Request request) throws HttpProblem {
    tries.take(request.from());
    String receipt = id(request.json());
    return done(() -> parts.desks().proofs().forget(parts.desks().refunds().tripOf(receipt)));
  }

  private static String id(JsonBody body) throws HttpProblem {
    String id = body.text("receipt", 20, "a receipt's number");
    if (!ID.matcher(id).matches()) {
      throw new HttpProblem(404, "no such receipt");
    }
    return id;
  }

  /** Something that the ledger may refuse. */
  @FunctionalInterface
  private interface Deed {
    void run() throws IOException;
  }

  private static Answer done(Deed deed) throws HttpProblem {
    try {
      deed.run();
      return Response.done();
    } catch (RefusedRefundException e) {
      throw new HttpProblem(404, "no such receipt or line");
    } catch (IOException e) {
      throw fault(e);
    }
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
              parts
                  .ledger()
                  .findReceipt(request.rest())
                  .orElseThrow(() -> new HttpProblem(404, "no such receipt"))));
    } catch (HttpProblem e) {
      throw e;
    } catch (IOException e) {
      throw fault(e);
    }
  }
}
