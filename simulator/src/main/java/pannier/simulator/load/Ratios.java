package pannier.simulator.load;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The gate beside its peers.
 *
 * @param signedEcho against an echo with the same signature check and one durable insert
 * @param echo against the echo alone; higher is better
 * @param cold all carts from cold; lower is better
 * @param https against the same settlements as JSON over HTTPS
 */
public record Ratios(Signed signedEcho, Ratio echo, Cold cold, Https https) {
  /**
   * Against the echo that checks and commits.
   *
   * @param settlements a second; higher is better
   * @param processor what processors did for its carts and itself for each exchange, against what
   *     they did for ours, which no other program changes; higher is better; empty at a gate that
   *     somebody else started
   */
  public record Signed(Ratio settlements, Optional<Ratio> processor) {}

  /**
   * Against Jetty, which reads JSON and does what the signed echo does.
   *
   * @param settlements a second; higher is better
   * @param bytes on the wire; lower is better
   */
  public record Https(Ratio settlements, double bytes) {}

  /**
   * All carts at once at a gate that has just started, against their handshakes with a bare server
   * that has, too.
   *
   * @param receipts the time until they have their first receipts
   * @param handshakes the time until the gate's last handshake
   * @param processor what processors did for carts and server until the first receipts; empty at a
   *     gate that somebody else started
   */
  public record Cold(double receipts, double handshakes, OptionalDouble processor) {}
}
