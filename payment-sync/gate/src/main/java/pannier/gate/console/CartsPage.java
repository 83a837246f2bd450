package pannier.gate.console;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pannier.gate.console.Accounts.Account;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.pairing.PairingDesk;
import pannier.gate.paper.QrPicture;
import pannier.web.HttpProblem;
import pannier.web.JsonBody;
import pannier.web.Request;
import pannier.web.Response;
import pannier.web.Session;
import pannier.wire.Limits;

/** Pairing on the console: codes to show to carts, the store's carts, and how one leaves. */
final class CartsPage {
  private static final Pattern CODE_ID = Pattern.compile("[A-Z2-7]{8}");
  private static final int SHOWN_DIGITS = 16;

  private final Doorkeeper keeper;
  private final StaffLog log;

  CartsPage(Doorkeeper keeper, StaffLog log) {
    this.keeper = keeper;
    this.log = log;
  }

  /** The carts of the store. */
  Response list() throws IOException {
    return Response.json(
        keeper.carts().list().stream()
            .map(
                cart ->
                    Map.of(
                        "cart",
                        cart.cartId(),
                        "key",
                        cart.key().toString().substring("key ".length()).substring(0, SHOWN_DIGITS),
                        "since",
                        cart.since().toEpochMilli(),
                        "by",
                        cart.staff()))
            .toList());
  }

  /** A new code. It is logged before it is shown. */
  Response code(Session<Account> session, Request request) throws IOException {
    JsonBody body = request.json();
    Optional<String> cart = body.has("cart") ? Optional.of(cart(body)) : Optional.empty();
    String staff = session.owner().name();
    log.write(new StaffLog.Deed(staff, "pairing-code", cart.orElse("any new cart"), ""));
    PairingDesk.Shown shown =
        keeper.pairing().show(cart, staff).orElseThrow(() -> Refusal.GATE_NOT_OPEN.problem());
    QrPicture picture = QrPicture.of(shown.code().text());
    Map<String, Object> code = new LinkedHashMap<>();
    code.put("id", shown.code().id());
    code.put("text", shown.code().text());
    code.put("side", picture.side());
    code.put("path", picture.path());
    code.put("until", shown.until().toEpochMilli());
    return Response.json(code);
  }

  /** Whether a cart has used a code. */
  Response used(Request request) throws IOException {
    if (!CODE_ID.matcher(request.rest()).matches()) {
      throw new HttpProblem(404, "no such code");
    }
    return Response.json(Map.of("used", keeper.pairing().isUsed(request.rest())));
  }

  /** A cart leaves. It is logged before it counts. */
  Response end(Session<Account> session, Request request) throws IOException {
    JsonBody body = request.json();
    String cart = cart(body);
    String how = body.text("how", 20, "unpair or revoke");
    String reason = body.text("reason", 200, "why, in 1 to 200 characters");
    if (!how.equals("unpair") && !how.equals("revoke")) {
      throw HttpProblem.wrong("how", how, "unpair or revoke");
    }
    String staff = session.owner().name();
    log.write(new StaffLog.Deed(staff, how, cart, reason));
    boolean was =
        how.equals("unpair")
            ? keeper.carts().unpair(cart, staff)
            : keeper.carts().revoke(cart, staff);
    if (!was) {
      throw Refusal.NOT_PAIRED.problem("cart %s is not paired".formatted(cart));
    }
    return Response.done();
  }

  private static String cart(JsonBody body) throws HttpProblem {
    return body.text("cart", Limits.LONGEST_ID, "a cart's name");
  }
}
