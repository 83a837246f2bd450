package pannier.gate.coap;

import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.resources.CoapExchange;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;

/** Stands for every path that there is not, and says so. */
final class UnknownResource extends CoapResource {
  UnknownResource() {
    this("unknown");
  }

  /** One that only leads to others. */
  UnknownResource(String name) {
    super(name, false);
  }

  @Override
  public void handleRequest(Exchange exchange) {
    Problem problem =
        Problem.of(ProblemKind.NOT_FOUND, "expected a path that /.well-known/core lists");
    Replies.send(new CoapExchange(exchange), problem);
  }
}
