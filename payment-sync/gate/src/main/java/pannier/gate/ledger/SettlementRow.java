package pannier.gate.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * An attempt as it stands in the ledger.
 *
 * @param reply there once it is decided
 * @param receiptId there once it is settled
 * @param openedAt there once the barrier opened for it
 * @param givingUp why it is being given up, if that is decided
 */
public record SettlementRow(
    Intent intent,
    SettlementState state,
    Optional<EncodedReply> reply,
    Optional<String> receiptId,
    Optional<Instant> openedAt,
    Optional<String> givingUp) {}
