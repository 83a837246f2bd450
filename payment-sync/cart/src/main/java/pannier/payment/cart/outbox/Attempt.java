package pannier.payment.cart.outbox;

import java.util.Optional;
import pannier.wire.SettlementKey;

/**
 * An attempt as the outbox keeps it.
 *
 * @param message the settlement request's bytes; none for one that was withdrawn before it came
 * @param withdrawn whether the gate is to be told that it is void
 * @param reply the gate's final answer
 */
public record Attempt(
    SettlementKey key, Message message, boolean withdrawn, Optional<Message> reply) {}
