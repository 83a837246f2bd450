package pannier.gate.coap;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.eclipse.californium.core.coap.Option;
import org.eclipse.californium.core.coap.OptionNumberRegistry;
import org.eclipse.californium.core.coap.OptionSet;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.ServerMessageDeliverer;
import org.eclipse.californium.core.server.resources.CoapExchange;
import org.eclipse.californium.core.server.resources.Resource;
import org.eclipse.californium.elements.config.Configuration;
import org.jspecify.annotations.Nullable;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;

/**
 * Brings requests to their resources, unless somebody asks for too much, or for what is not
 * understood.
 */
final class Deliverer extends ServerMessageDeliverer {
  private final UnknownResource unknown = new UnknownResource();
  private final Allowance allowance;

  Deliverer(Resource root, Configuration configuration, Allowance allowance) {
    super(root, configuration);
    this.allowance = allowance;
  }

  @Override
  protected boolean preDeliverRequest(Exchange exchange) {
    Optional<Problem> problem = problem(exchange.getRequest());
    problem.ifPresent(it -> Replies.send(new CoapExchange(exchange), it));
    return problem.isPresent();
  }

  private Optional<Problem> problem(Request request) {
    @Nullable Principal peer = request.getSourceContext().getPeerIdentity();
    if (peer == null || !allowance.take(peer)) {
      return problem(ProblemKind.TOO_MANY, "send the same bytes again in a moment");
    }
    OptionSet options = request.getOptions();
    if (options.hasProxyUri() || options.hasProxyScheme()) {
      return problem(ProblemKind.NO_PROXY, "ask the gate for its own resources");
    }
    return foreign(options)
        .flatMap(
            number -> problem(ProblemKind.BAD_OPTION, "option %d: leave it out".formatted(number)));
  }

  /** A critical option that the gate does not know (RFC 7252 section 5.4.1), by its number. */
  private static Optional<Integer> foreign(OptionSet options) {
    if (options.getIfMatchCount() > 0) {
      return Optional.of(OptionNumberRegistry.IF_MATCH);
    }
    if (options.hasIfNoneMatch()) {
      return Optional.of(OptionNumberRegistry.IF_NONE_MATCH);
    }
    if (options.hasOscore()) {
      return Optional.of(OptionNumberRegistry.OSCORE);
    }
    return options.getOthers().stream()
        .map(Option::getNumber)
        .filter(OptionNumberRegistry::isCritical)
        .findFirst();
  }

  private static Optional<Problem> problem(ProblemKind kind, String detail) {
    return Optional.of(Problem.of(kind, detail));
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
