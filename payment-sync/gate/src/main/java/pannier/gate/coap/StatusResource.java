package pannier.gate.coap;

import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.observe.ObserveRelation;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;
import pannier.gate.fleet.StatusDesk;
import pannier.gate.pairing.CartBookException;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;

/**
 * {@code /status}: carts post how they are, and observe what the store has to tell them (RFC 7641).
 * Both are answered with the same body, so that a notification that is lost is made up for by the
 * next answer.
 */
final class StatusResource extends MessageResource {
  /** Within it an observer hears of the gate, or asks again. */
  private static final long FRESH_SECONDS = 60;

  private final Peers peers;
  private final Executor threads;
  private final StatusDesk desk;

  StatusResource(Peers peers, Executor threads, StatusDesk desk) {
    super("status", "pannier.status", peers::cart, threads, Handler.of(desk::answer));
    this.peers = peers;
    this.threads = threads;
    this.desk = desk;
    setObservable(true);
    setObserveType(CoAP.Type.CON);
    getAttributes().setObservable();
  }

  @Override
  public void handleRequest(Exchange exchange) {
    boolean get = exchange.getRequest().getCode() == Code.GET;
    CoapExchange coap = new CoapExchange(exchange);
    boolean otherFormat =
        coap.getRequestOptions().hasAccept()
            && coap.getRequestOptions().getAccept() != MediaTypeRegistry.APPLICATION_CBOR;
    if (get && otherFormat) {
      Replies.send(coap, Problem.of(ProblemKind.NOT_ACCEPTABLE, "accept: expected 60"));
    } else if (get) {
      threads.execute(() -> tell(coap));
    } else {
      super.handleRequest(exchange);
    }
  }

  private void tell(CoapExchange exchange) {
    try {
      Optional<String> cart = cart(exchange.advanced());
      if (cart.isEmpty()) { // ends the observation, too
        Problem problem = Problem.of(ProblemKind.NOT_PAIRED, "staff show the cart a pairing code");
        Replies.send(exchange, problem);
        return;
      }
      Response response = new Response(ResponseCode.CONTENT);
      response.setPayload(desk.word(cart.get()));
      response.getOptions().setContentFormat(MediaTypeRegistry.APPLICATION_CBOR);
      response.getOptions().setMaxAge(FRESH_SECONDS);
      exchange.respond(response);
    } catch (CartBookException | RuntimeException e) {
      Logger.error(e, "{}", getName());
      Replies.send(exchange, Problem.of(ProblemKind.GATE_FAULT, "ask again later"));
    }
  }

  /** There is something new for one cart. */
  void tell(String cartId) {
    changed(relation -> isOf(relation, cartId));
  }

  /** There is something new for every cart. */
  void tellAll() {
    changed();
  }

  /** Who is no cart any more hears that it is none. */
  void tellStrangers() {
    changed(relation -> isStranger(relation));
  }

  private boolean isOf(ObserveRelation relation, String cartId) {
    try {
      return cart(relation.getExchange()).filter(cartId::equals).isPresent();
    } catch (CartBookException e) {
      return false;
    }
  }

  private boolean isStranger(ObserveRelation relation) {
    try {
      return cart(relation.getExchange()).isEmpty();
    } catch (CartBookException e) {
      return false; // nobody is sent away because a file is at fault
    }
  }

  private Optional<String> cart(Exchange exchange) throws CartBookException {
    @Nullable Principal peer = exchange.getRequest().getSourceContext().getPeerIdentity();
    return peers.cart(peer);
  }
}
