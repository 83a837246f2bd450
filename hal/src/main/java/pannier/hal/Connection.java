package pannier.hal;

/** Whether a device can be talked to. A device that vanishes is data, not an exception. */
public sealed interface Connection {
  /** It answers. */
  record Connected() implements Connection {}

  /** It is not there, or has stopped answering. {@code reason} is one line for staff. */
  record Absent(String reason) implements Connection {}
}
