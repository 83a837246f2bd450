package pannier.gate.coap;

import java.util.Map;
import java.util.Optional;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.EmptyMessage;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.interceptors.MessageInterceptor;
import pannier.wire.Limits;
import pannier.wire.Problem;
import pannier.wire.ProblemCodec;
import pannier.wire.ProblemKind;

/**
 * Says what is wrong where the transport below the resources refuses with a bare code: blocks that
 * are missing, a message that is too large.
 */
final class Explained implements MessageInterceptor {
  private static final Map<ResponseCode, Problem> BARE =
      Map.of(
          ResponseCode.BAD_OPTION,
          Problem.of(ProblemKind.BAD_OPTION, "leave it out"),
          ResponseCode.BAD_REQUEST,
          Problem.of(ProblemKind.MALFORMED, "found no whole request"),
          ResponseCode.REQUEST_ENTITY_INCOMPLETE,
          Problem.of(ProblemKind.INCOMPLETE, "send the message again from its first block"),
          ResponseCode.REQUEST_ENTITY_TOO_LARGE,
          Problem.of(
              ProblemKind.TOO_LARGE, "expected at most %d bytes".formatted(Limits.MOST_BYTES)),
          ResponseCode.INTERNAL_SERVER_ERROR,
          Problem.of(ProblemKind.GATE_FAULT, "send the same bytes again later"));

  @Override
  public void sendResponse(Response response) {
    int format = response.getOptions().getContentFormat();
    if (response.isError() && format != ProblemCodec.CONTENT_FORMAT) {
      Optional.ofNullable(BARE.get(response.getCode()))
          .ifPresent(
              problem -> {
                response.setPayload(ProblemCodec.encode(problem));
                response.getOptions().setContentFormat(ProblemCodec.CONTENT_FORMAT);
              });
    }
  }

  @Override
  public void sendRequest(Request request) {}

  @Override
  public void sendEmptyMessage(EmptyMessage message) {}

  @Override
  public void receiveRequest(Request request) {}

  @Override
  public void receiveResponse(Response response) {}

  @Override
  public void receiveEmptyMessage(EmptyMessage message) {}
}
