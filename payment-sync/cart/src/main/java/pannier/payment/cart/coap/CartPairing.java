package pannier.payment.cart.coap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pannier.payment.cart.GateConnection;
import pannier.payment.cart.GateUnreachableException;
import pannier.payment.cart.outbox.Message;
import pannier.wire.MalformedMessageException;
import pannier.wire.PairReply;
import pannier.wire.PairRequest;
import pannier.wire.PairingCode;
import pannier.wire.PairingCodec;
import pannier.wire.ProblemCodec;
import pannier.wire.key.OwnFile;
import pannier.wire.key.OwnKey;
import pannier.wire.key.PeerKey;

/**
 * Pairs a cart with a store, and remembers with which: {@code cart-key} is the cart's own key pair,
 * {@code gate} says where the gate is and by which key it is known. Both lie in the cart's folder.
 */
public final class CartPairing {
  private static final int TRIES = 2;

  private final Path data;

  /**
   * @param data the cart's folder; made where it is missing
   */
  public CartPairing(Path data) {
    this.data = data;
  }

  /** What a paired cart goes by. */
  public record Paired(String cartId, OwnKey key, PeerKey gateKey, InetSocketAddress gate) {}

  /**
   * What the cart was paired with; empty if it was not.
   *
   * @throws IOException if its files cannot be read
   */
  public Optional<Paired> find() throws IOException {
    Path file = data.resolve("gate");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.size() != 4) {
      throw new IOException(
          "%s: found %d lines; expected cart, host, port and the gate's key"
              .formatted(file, lines.size()));
    }
    try {
      InetSocketAddress gate = new InetSocketAddress(lines.get(1), Integer.parseInt(lines.get(2)));
      PeerKey gateKey = new PeerKey(lines.get(3));
      return Optional.of(new Paired(lines.get(0), OwnKey.open(keyFile()), gateKey, gate));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": found something else; expected what pairing wrote", e);
    }
  }

  /**
   * Pairs the cart: shakes hands with the code's secret, tells the gate its own new key, and checks
   * the gate's against the code.
   *
   * @param cartId what the cart is called in the store
   * @throws RefusedPairingException if the gate refuses, or is not the code's
   * @throws IOException if there is no gate, or the folder cannot be written
   */
  public Paired pair(String cartId, PairingCode code) throws IOException, InterruptedException {
    Files.createDirectories(data);
    OwnKey key = OwnKey.make();
    PairReply reply = ask(new PairRequest(cartId, key.publicKey()), code);
    if (!code.isOf(reply.gate())) {
      throw new RefusedPairingException(
          "another-gate", "the gate's key is not the one that the code names");
    }
    key.write(keyFile());
    String remembered =
        String.join("\n", cartId, code.host(), Integer.toString(code.port()), reply.gate().hex());
    OwnFile.write(data.resolve("gate"), remembered.getBytes(StandardCharsets.UTF_8));
    return find().orElseThrow();
  }

  private static PairReply ask(PairRequest request, PairingCode code)
      throws IOException, InterruptedException {
    Message message = new Message(PairingCodec.encode(request));
    try (CoapGateConnection gate = CoapGateConnection.forPairing(code)) {
      for (int tried = 1; ; tried++) {
        try {
          return reply(gate.post("pair", message));
        } catch (GateUnreachableException e) {
          if (tried == TRIES) {
            throw new RefusedPairingException(
                "no-handshake",
                "%s:%d does not shake hands (%s); is it on, and the code new?"
                    .formatted(code.host(), code.port(), e.getMessage()));
          }
        }
      }
    }
  }

  private static PairReply reply(GateConnection.Response response)
      throws MalformedMessageException, RefusedPairingException {
    return switch (response) {
      case GateConnection.Response.Accepted accepted ->
          PairingCodec.decodeReply(accepted.body().bytes());
      case GateConnection.Response.Refused refused -> {
        var problem = ProblemCodec.decode(refused.body().bytes());
        throw new RefusedPairingException(
            problem.kind().code(), problem.kind().title() + ": " + problem.detail());
      }
    };
  }

  private Path keyFile() {
    return data.resolve("cart-key");
  }
}
