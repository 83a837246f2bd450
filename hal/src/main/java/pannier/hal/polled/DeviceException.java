package pannier.hal.polled;

import java.io.IOException;

/** A device did not answer, or not as its data sheet says. The message is one line for staff. */
public final class DeviceException extends IOException {
  private static final long serialVersionUID = 1L;

  public DeviceException(String message) {
    super(message);
  }

  /** Of a failure below, whose message may be missing or long. */
  public static DeviceException of(String what, Exception cause) {
    String message = cause.getMessage();
    String first = message == null ? "" : message.lines().findFirst().orElse("").strip();
    String shown = first.isEmpty() ? cause.getClass().getSimpleName() : first;
    DeviceException exception = new DeviceException(what + ": " + shown);
    exception.initCause(cause);
    return exception;
  }
}
