package pannier.wire;

import java.util.ArrayList;
import java.util.List;
import pannier.wire.key.PeerKey;

/** Pairing and login messages as bytes; hardware-docs/protocol.md has the CDDL. */
public final class PairingCodec {
  private PairingCodec() {}

  public static byte[] encode(PairRequest request) {
    return of(request.cartId(), request.key());
  }

  public static PairRequest decodeRequest(byte[] bytes) throws MalformedMessageException {
    CborNode node = read("pair-request", bytes);
    return node.build(() -> new PairRequest(node.text(1, "cart"), key(node)));
  }

  public static byte[] encode(PairReply reply) {
    return of(reply.cartId(), reply.gate());
  }

  public static PairReply decodeReply(byte[] bytes) throws MalformedMessageException {
    CborNode node = read("pair-reply", bytes);
    return node.build(() -> new PairReply(node.text(1, "cart"), key(node)));
  }

  public static byte[] encode(LoginRequest request) {
    return new CborFields().put(0, Limits.VERSION).put(1, request.code()).encode();
  }

  public static LoginRequest decodeLogin(byte[] bytes) throws MalformedMessageException {
    CborNode node = read("login-request", bytes);
    return node.build(() -> new LoginRequest(node.text(1, "code")));
  }

  public static byte[] encode(LoginReply reply) {
    CborFields fields = new CborFields().put(0, Limits.VERSION).put(1, reply.tripId());
    if (!reply.member().isEmpty()) {
      fields.put(2, reply.member());
    }
    if (!reply.basket().isEmpty()) {
      fields.put(
          3,
          reply.basket().stream()
              .map(thing -> new CborFields().put(0, thing.product()).put(1, thing.pieces()))
              .toList());
    }
    return fields.encode();
  }

  public static LoginReply decodeLoginReply(byte[] bytes) throws MalformedMessageException {
    CborNode node = read("login-reply", bytes);
    List<LoginReply.Thing> basket = new ArrayList<>();
    if (node.has(3)) {
      for (CborNode each : node.maps(3, "basket", Limits.MOST_LINES)) {
        basket.add(
            each.build(
                () -> new LoginReply.Thing(each.text(0, "product"), each.small(1, "pieces"))));
      }
    }
    return node.build(
        () ->
            new LoginReply(
                node.text(1, "trip"), node.has(2) ? node.text(2, "member") : "", basket));
  }

  private static CborNode read(String name, byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read(name, bytes);
    node.requireVersion();
    return node;
  }

  private static byte[] of(String cartId, PeerKey key) {
    return new CborFields().put(0, Limits.VERSION).put(1, cartId).put(2, key.bytes()).encode();
  }

  private static PeerKey key(CborNode node) throws MalformedMessageException {
    return PeerKey.ofBytes(node.bytes(2, "key"));
  }
}
