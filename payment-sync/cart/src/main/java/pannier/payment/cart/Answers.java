package pannier.payment.cart;

import java.util.Arrays;
import java.util.Optional;
import pannier.payment.cart.outbox.Message;
import pannier.wire.Declined;
import pannier.wire.MalformedMessageException;
import pannier.wire.Problem;
import pannier.wire.ProblemCodec;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.SettlementKey;
import pannier.wire.SettlementReply;

/**
 * The gate's answers, as they are kept and as they are told. Kept is one byte, whether it is a
 * reply or a problem, and the bytes as they came.
 */
final class Answers {
  private static final byte REPLY = 0;
  private static final byte PROBLEM = 1;

  /** CoAP's code 4.29, too many requests (RFC 8516), as its byte. */
  private static final int TOO_MANY_REQUESTS = 4 << 5 | 29;

  /** 4.08: the gate lost the first blocks of a long message, as in a restart (RFC 7959). */
  private static final int INCOMPLETE = 4 << 5 | 8;

  private Answers() {}

  /**
   * The final answer that a response is.
   *
   * @throws GateUnreachableException if it is none: the same bytes are to be sent again
   * @throws MalformedMessageException if it cannot be read, or answers something else; as above
   */
  static Message toStore(SettlementKey key, GateConnection.Response response)
      throws GateUnreachableException, MalformedMessageException {
    return switch (response) {
      case GateConnection.Response.Accepted accepted -> {
        requireKey(key, SettlementCodec.decodeReply(accepted.body().bytes()));
        yield kept(REPLY, accepted.body().bytes());
      }
      case GateConnection.Response.Refused refused -> {
        Problem problem = problem(refused);
        boolean passes =
            problem.kind().passes()
                || refused.coapCode() >>> 5 == 5
                || refused.coapCode() == TOO_MANY_REQUESTS
                || refused.coapCode() == INCOMPLETE;
        if (problem.kind() == ProblemKind.AWAITING_CASH
            || problem.kind() == ProblemKind.AWAITING_CHECK) {
          throw new PeopleAwaitedException(problem.kind().title());
        }
        if (passes) {
          throw new GateUnreachableException(problem.kind().title());
        }
        yield kept(PROBLEM, ProblemCodec.encode(problem));
      }
    };
  }

  static SettlementOutcome stored(SettlementKey key, Message answer) {
    byte[] bytes = answer.bytes();
    byte[] body = Arrays.copyOfRange(bytes, 1, bytes.length);
    try {
      if (bytes[0] == PROBLEM) {
        Problem problem = ProblemCodec.decode(body);
        return new SettlementOutcome.Refused(
            key, problem.kind().code(), problem.detail(), problem.settled());
      }
      return switch (SettlementCodec.decodeReply(body)) {
        case Receipt receipt -> new SettlementOutcome.Settled(receipt);
        case Declined declined -> new SettlementOutcome.NotPaid(declined);
      };
    } catch (MalformedMessageException e) {
      throw new IllegalStateException("it was read before it was kept", e);
    }
  }

  static SettlementOutcome refused(SettlementKey key, ProblemKind kind, String detail) {
    return new SettlementOutcome.Refused(key, kind.code(), detail, Optional.empty());
  }

  private static Message kept(byte what, byte[] body) {
    byte[] bytes = new byte[body.length + 1];
    bytes[0] = what;
    System.arraycopy(body, 0, bytes, 1, body.length);
    return new Message(bytes);
  }

  private static void requireKey(SettlementKey key, SettlementReply reply)
      throws MalformedMessageException {
    if (!reply.key().equals(key)) {
      throw new MalformedMessageException(
          "settlement-reply", "found %s; expected %s".formatted(reply.key(), key));
    }
  }

  /** The problem details, or what the code alone tells where there are none. */
  private static Problem problem(GateConnection.Response.Refused refused) {
    try {
      return ProblemCodec.decode(refused.body().bytes());
    } catch (MalformedMessageException e) {
      String code = "%d.%02d".formatted(refused.coapCode() >>> 5, refused.coapCode() & 31);
      ProblemKind kind =
          refused.coapCode() == ProblemKind.TOO_LARGE.coapCode()
              ? ProblemKind.TOO_LARGE
              : ProblemKind.MALFORMED;
      return Problem.of(kind, "the gate answered " + code);
    }
  }
}
