package pannier.simulator.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pannier.gate.settlement.Answer;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.GateUnreachableException;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Digest;
import pannier.wire.ProblemCodec;

/** A cart's way to whichever gate is near: messages are lost, come twice, and late. */
final class TorturedLink implements GateConnection {
  private final String cartId;
  private final List<TorturedGate> gates;
  private final Misfortune misfortune;
  private final RandomGenerator random;
  private final List<Late> late = new ArrayList<>();

  private record Late(TorturedGate gate, String resource, Message message) {}

  TorturedLink(
      String cartId, List<TorturedGate> gates, Misfortune misfortune, RandomGenerator random) {
    this.cartId = cartId;
    this.gates = gates;
    this.misfortune = misfortune;
    this.random = random;
  }

  /** What was held up arrives, in any order; nobody waits for its answer any more. */
  void deliverLate() {
    while (!late.isEmpty()) {
      Late one = late.remove(random.nextInt(late.size()));
      try {
        one.gate.post(cartId, one.resource, one.message.bytes());
      } catch (GateUnreachableException e) {
        // lost for good
      }
    }
  }

  @Override
  public Response post(String resource, Message message) throws GateUnreachableException {
    TorturedGate gate = gates.get(random.nextInt(gates.size()));
    misfortune.strike("the cart, before it sends");
    if (misfortune.loses()) {
      throw new GateUnreachableException("lost on the way there");
    }
    if (misfortune.delays()) {
      late.add(new Late(gate, resource, message));
      throw new GateUnreachableException("late");
    }
    if (misfortune.doubles()) {
      late.add(new Late(gates.get(random.nextInt(gates.size())), resource, message));
    }
    Answer answer = gate.post(cartId, resource, message.bytes());
    if (misfortune.loses()) {
      throw new GateUnreachableException("lost on the way back");
    }
    misfortune.strike("the cart, answered and not written");
    return response(answer);
  }

  private static Response response(Answer answer) {
    return switch (answer) {
      case Answer.Replied replied -> new Response.Accepted(new Message(replied.reply().bytes()));
      case Answer.Refused refused ->
          new Response.Refused(
              refused.problem().kind().coapCode(),
              new Message(ProblemCodec.encode(refused.problem())));
    };
  }

  @Override
  public Optional<Message> get(String resource, Optional<Digest> known) {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
