package pannier.domain.evidence;

/**
 * A sensor became untrusted, or trusted again.
 *
 * @param sensor {@code scale}, or {@code camera 0} by index
 * @param trusted false when it fell, true when it recovered
 * @param reason one plain word or phrase such as {@code covered}
 */
public record SensorEvent(long timestampNanos, String sensor, boolean trusted, String reason) {}
