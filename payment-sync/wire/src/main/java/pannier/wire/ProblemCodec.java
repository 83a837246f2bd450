package pannier.wire;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Problem details as bytes (RFC 9290). Standard entries have negative keys; ours is a map under a
 * URI, as section 3.2 wants it.
 */
public final class ProblemCodec {
  /** The key of our own entry. */
  public static final String OWN_ENTRY = "tag:pannier.example,2026:settlement";

  /** CoAP content format of concise problem details (RFC 9290 section 6.4). */
  public static final int CONTENT_FORMAT = 257;

  private static final int TITLE = -1;
  private static final int DETAIL = -2;
  private static final int RESPONSE_CODE = -4;

  private ProblemCodec() {}

  public static byte[] encode(Problem problem) {
    CborFields own = new CborFields().put(0, problem.kind().code());
    problem.settled().ifPresent(it -> own.put(1, it.attempt()).put(2, it.receiptId()));
    return new CborFields()
        .put(TITLE, problem.kind().title())
        .put(DETAIL, problem.detail())
        .put(RESPONSE_CODE, problem.kind().coapCode())
        .put(OWN_ENTRY, own)
        .encode();
  }

  public static Problem decode(byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read("problem", bytes);
    CborNode own = node.map(OWN_ENTRY);
    String code = own.text(0, "code");
    ProblemKind kind =
        ProblemKind.find(code)
            .orElseThrow(
                () -> new MalformedMessageException("problem.code", "found an unknown code"));
    String detail = node.has(DETAIL) ? node.text(DETAIL, "detail") : "";
    return new Problem(kind, detail, settled(own));
  }

  private static Optional<Problem.SettledBefore> settled(CborNode own)
      throws MalformedMessageException {
    OptionalLong attempt = own.optionalNumber(1, "attempt");
    if (attempt.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        own.build(
            () -> new Problem.SettledBefore(own.small(1, "attempt"), own.text(2, "receipt"))));
  }
}
