package pannier.gate.coap;

import java.security.Principal;
import java.util.List;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.ServerMessageDeliverer;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.Configuration;
import org.jspecify.annotations.Nullable;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;

/** Brings requests to their resources, unless somebody asks for too much. */
final class Deliverer extends ServerMessageDeliverer {
  private final UnknownResource unknown = new UnknownResource();
  private final Allowance allowance;

  Deliverer(Resource root, Configuration configuration, Allowance allowance) {
    super(root, configuration);
    this.allowance = allowance;
  }

  @Override
  protected boolean preDeliverRequest(Exchange exchange) {
    @Nullable Principal peer = exchange.getRequest().getSourceContext().getPeerIdentity();
    if (peer != null && allowance.take(peer)) {
      return false;
    }
    Problem problem = Problem.of(ProblemKind.TOO_MANY, "send the same bytes again in a moment");
    Replies.send(new CoapExchange(exchange), problem);
    return true;
  }

  @Override
  protected Resource findResource(List<String> path) {
    @Nullable Resource at = getRootResource();
    for (String name : path) {
      at = at == null ? null : at.getChild(name);
    }
    return at == null ? unknown : at;
  }
}
