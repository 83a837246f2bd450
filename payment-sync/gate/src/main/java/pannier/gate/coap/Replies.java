package pannier.gate.coap;

import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.server.resources.CoapExchange;
import pannier.gate.settlement.Answer;
import pannier.wire.Problem;
import pannier.wire.ProblemCodec;

/** Answers as CoAP responses. */
final class Replies {
  private Replies() {}

  static void send(CoapExchange exchange, Answer answer) {
    switch (answer) {
      case Answer.Replied replied ->
          exchange.respond(
              ResponseCode.CHANGED, replied.reply().bytes(), MediaTypeRegistry.APPLICATION_CBOR);
      case Answer.Refused refused -> send(exchange, refused.problem());
    }
  }

  static void send(CoapExchange exchange, Problem problem) {
    Response response = new Response(ResponseCode.valueOf(problem.kind().coapCode()));
    response.setPayload(ProblemCodec.encode(problem));
    response.getOptions().setContentFormat(ProblemCodec.CONTENT_FORMAT);
    exchange.respond(response);
  }
}
