package pannier.gate.coap;

import java.util.List;
import org.eclipse.californium.core.CoapResource;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.ServerMessageDeliverer;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.Configuration;
import org.jspecify.annotations.Nullable;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;

/** Stands for every path that there is not, and says so. */
final class UnknownResource extends CoapResource {
  private UnknownResource() {
    super("unknown", false);
  }

  @Override
  public void handleRequest(Exchange exchange) {
    Problem problem =
        Problem.of(ProblemKind.NOT_FOUND, "expected a path that /.well-known/core lists");
    Replies.send(new CoapExchange(exchange), problem);
  }

  /** Delivers requests for unknown paths to one of these. */
  static ServerMessageDeliverer deliverer(Resource root, Configuration configuration) {
    UnknownResource unknown = new UnknownResource();
    return new ServerMessageDeliverer(root, configuration) {
      @Override
      protected Resource findResource(List<String> path) {
        @Nullable Resource found = search(getRootResource(), path);
        return found == null ? unknown : found;
      }
    };
  }

  private static @Nullable Resource search(Resource root, List<String> path) {
    @Nullable Resource at = root;
    for (String name : path) {
      at = at == null ? null : at.getChild(name);
    }
    return at;
  }
}
