package pannier.simulator.torture.kill;

import java.util.Optional;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.GateUnreachableException;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Digest;

/** A cart's way to the gate, with a boundary before each request and after its answer. */
record DeadlyConnection(GateConnection way, Death death) implements GateConnection {
  @Override
  public Response post(String resource, Message message)
      throws GateUnreachableException, InterruptedException {
    death.pass(resource + ".before");
    Response response = way.post(resource, message);
    death.pass(resource + ".after");
    return response;
  }

  @Override
  public Optional<Message> get(String resource, Optional<Digest> known)
      throws GateUnreachableException, InterruptedException {
    return way.get(resource, known);
  }

  @Override
  public void close() {
    way.close();
  }
}
