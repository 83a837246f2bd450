package pannier.simulator.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.settlement.Answer;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.GateUnreachableException;
import pannier.payment.cart.outbox.Message;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.FaultPlan;
import pannier.wire.Digest;
import pannier.wire.ProblemCodec;

/**
 * The way from one cart to a shop's gates, message by message on stepped time: what CoAP's own
 * repetition does not mend arrives never, late or twice.
 */
public final class CartLink {
  private static final long DELAY_NANOS = 3_000_000_000L;

  private final String cartId;
  private final List<GateMachine> gates;
  private final FaultPlan<Fault.Link> faults = new FaultPlan<>();
  private final RandomGenerator random;
  private final List<Late> late = new ArrayList<>();
  private final Map<Message, Set<EncodedReply>> replies = new HashMap<>();
  private int gate;
  private long nowNanos;

  private record Late(long atNanos, int gate, String resource, Message message) {}

  /**
   * @param gates the first one is the nearest at the start
   * @param faults of everything; the link's own are picked out
   * @param random which messages are lost where not all are
   */
  public CartLink(
      String cartId, List<GateMachine> gates, List<Fault.OfSystem> faults, RandomGenerator random) {
    this.cartId = cartId;
    this.gates = List.copyOf(gates);
    this.random = random;
    for (Fault.OfSystem fault : faults) {
      if (fault instanceof Fault.Link link) {
        this.faults.add(link);
      }
    }
  }

  /** Something becomes wrong with it, now or in the future. */
  public void add(Fault.Link fault) {
    faults.add(fault);
  }

  /** From now on another gate is the nearest. */
  public void roam(int toGate) {
    gate = toGate;
  }

  /** Lets time pass: what was delayed arrives. Nobody waits for its reply any more. */
  public void advanceTo(long nanos) {
    nowNanos = nanos;
    List<Late> due = late.stream().filter(message -> message.atNanos <= nanos).toList();
    late.removeAll(due);
    for (Late message : due) {
      try {
        deliver(message.gate, message.resource, message.message);
      } catch (GateUnreachableException e) {
        // It was late, and the gate is off: lost for good.
      }
    }
  }

  /** Whether any message was ever answered in two ways for good. */
  public boolean contradicted() {
    return replies.values().stream().anyMatch(answers -> answers.size() > 1);
  }

  /**
   * The link as a program on the cart uses it; closing it leaves the link as it is.
   *
   * @param cart whose power may go before or after a message
   */
  GateConnection openFor(Troubles cart) {
    return new GateConnection() {
      @Override
      public Optional<Message> get(String resource, Optional<Digest> known) {
        return Optional.empty(); // no gate of a scenario publishes anything
      }

      @Override
      public Response post(String resource, Message message) throws GateUnreachableException {
        cart.strike("before-send");
        Response response = pass(resource, message);
        cart.strike("after-send");
        return response;
      }

      @Override
      public void close() {}
    };
  }

  private GateConnection.Response pass(String resource, Message message)
      throws GateUnreachableException {
    Optional<Fault.Link> fault = faults.at(nowNanos);
    if (fault.isEmpty()) {
      return deliver(gate, resource, message);
    }
    double share = fault.get().share();
    return switch (fault.get().passage()) {
      case LOST -> {
        lose(share, "no response");
        GateConnection.Response response = deliver(gate, resource, message);
        lose(share, "no response");
        yield response;
      }
      case REQUESTS_LOST -> throw new GateUnreachableException("no response");
      case REPLIES_LOST -> {
        deliver(gate, resource, message);
        throw new GateUnreachableException("no response");
      }
      case REPEATED -> {
        deliver(gate, resource, message);
        yield deliver(gate, resource, message);
      }
      case DELAYED -> {
        late.add(new Late(nowNanos + DELAY_NANOS, gate, resource, message));
        throw new GateUnreachableException("no response yet");
      }
    };
  }

  private void lose(double share, String why) throws GateUnreachableException {
    if (share >= 1 || random.nextDouble() < share) {
      throw new GateUnreachableException(why);
    }
  }

  private GateConnection.Response deliver(int toGate, String resource, Message message)
      throws GateUnreachableException {
    return switch (gates.get(toGate).post(cartId, resource, message.bytes())) {
      case Answer.Replied replied -> {
        replies.computeIfAbsent(message, each -> new HashSet<>()).add(replied.reply());
        yield new GateConnection.Response.Accepted(new Message(replied.reply().bytes()));
      }
      case Answer.Refused refused ->
          new GateConnection.Response.Refused(
              refused.problem().kind().coapCode(),
              new Message(ProblemCodec.encode(refused.problem())));
    };
  }
}
