package pannier.hal.polled;

/** What is asked in turn with others that share its bus. Always by the same thread. */
public interface Polled {
  /**
   * Does what is due by now, and returns the time by which it wants to be asked again.
   *
   * @throws DeviceException if it does not answer; {@link #lost} is told then
   */
  long poll(long nowNanos) throws DeviceException;

  /** It did not answer. Returns the time at which it is to be tried again. */
  long lost(DeviceException why, long nowNanos);
}
