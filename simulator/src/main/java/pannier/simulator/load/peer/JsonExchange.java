package pannier.simulator.load.peer;

import pannier.wire.Declined;
import pannier.wire.MalformedMessageException;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.receipt.ReceiptJson;

/** A settlement and its receipt as they would be written in JSON. */
public record JsonExchange(String request, String reply) {
  public static JsonExchange of(Samples.Exchange exchange) throws MalformedMessageException {
    String request =
        SettlementJson.write(SettlementCodec.decodeRequest(exchange.request().bytes()));
    return switch (SettlementCodec.decodeReply(exchange.reply().bytes())) {
      case Receipt receipt -> new JsonExchange(request, ReceiptJson.write(receipt));
      case Declined declined ->
          throw new IllegalArgumentException(declined.key() + " was declined");
    };
  }
}
