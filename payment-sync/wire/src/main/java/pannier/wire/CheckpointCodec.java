package pannier.wire;

/** Checkpoints as bytes; hardware-docs/protocol.md has the CDDL. */
public final class CheckpointCodec {
  private CheckpointCodec() {}

  public static byte[] encode(Checkpoint checkpoint) {
    return new CborFields()
        .put(0, Limits.VERSION)
        .put(1, checkpoint.number())
        .put(2, BillCodec.encode(checkpoint.basket()))
        .encode();
  }

  public static Checkpoint decode(byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read("checkpoint", bytes);
    node.requireVersion();
    FrozenBill basket = BillCodec.decode("checkpoint.basket", node.bytes(2, "basket"));
    return node.build(() -> new Checkpoint(node.number(1, "number"), basket));
  }
}
