package pannier.gate.coap;

import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.OptionSet;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.DiscoveryResource;
import org.eclipse.californium.core.server.resources.Resource;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;

/** {@code /.well-known/core}: the gate's links (RFC 6690), which refuses as all others do. */
final class Discovery extends DiscoveryResource {
  Discovery(Resource root) {
    super(root);
  }

  @Override
  public void handleRequest(Exchange exchange) {
    OptionSet options = exchange.getRequest().getOptions();
    boolean otherFormat =
        options.hasAccept() && options.getAccept() != MediaTypeRegistry.APPLICATION_LINK_FORMAT;
    if (exchange.getRequest().getCode() != Code.GET) {
      refuse(exchange, ProblemKind.NOT_ALLOWED, "expected GET");
    } else if (otherFormat) {
      refuse(exchange, ProblemKind.NOT_ACCEPTABLE, "accept: expected 40");
    } else {
      super.handleRequest(exchange);
    }
  }

  private static void refuse(Exchange exchange, ProblemKind kind, String detail) {
    Replies.send(new CoapExchange(exchange), Problem.of(kind, detail));
  }
}
