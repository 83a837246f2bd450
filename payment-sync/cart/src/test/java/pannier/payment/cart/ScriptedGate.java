package pannier.payment.cart;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Digest;

/** A gate that answers as the test says, in that order; then it is silent. */
final class ScriptedGate implements GateConnection {
  /** One message as it came. */
  record Posted(String resource, Message message) {}

  private final BlockingQueue<Function<Posted, Response>> answers = new LinkedBlockingQueue<>();
  final List<Posted> posted = new CopyOnWriteArrayList<>();

  ScriptedGate silent() {
    answers.add(
        posted -> {
          throw new IllegalStateException("silent");
        });
    return this;
  }

  ScriptedGate accepts(byte[] reply) {
    answers.add(posted -> new Response.Accepted(new Message(reply)));
    return this;
  }

  ScriptedGate refuses(int coapCode, byte[] body) {
    answers.add(posted -> new Response.Refused(coapCode, new Message(body)));
    return this;
  }

  @Override
  public Response post(String resource, Message message)
      throws GateUnreachableException, InterruptedException {
    Posted one = new Posted(resource, message);
    posted.add(one);
    try {
      return answers.take().apply(one);
    } catch (IllegalStateException e) {
      throw new GateUnreachableException("no response");
    }
  }

  @Override
  public Optional<Message> get(String resource, Optional<Digest> known)
      throws GateUnreachableException {
    throw new GateUnreachableException("no response");
  }

  @Override
  public void close() {}
}
