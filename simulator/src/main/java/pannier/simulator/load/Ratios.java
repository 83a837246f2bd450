package pannier.simulator.load;

/**
 * The gate beside its peers.
 *
 * @param signedEcho settlements a second against an echo with the same signature check and one
 *     durable insert; higher is better
 * @param echo against the echo alone; higher is better
 * @param cold the time in which all carts, from cold, have their first receipts, against the time
 *     in which they shake hands with a bare server; lower is better
 * @param coldHandshakes the same up to the gate's last handshake
 * @param https bytes on the wire against the same settlements as JSON over HTTPS; lower is better
 */
public record Ratios(
    Ratio signedEcho, Ratio echo, double cold, double coldHandshakes, double https) {}
