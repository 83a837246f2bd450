package pannier.payment.cart;

import java.io.IOException;

/** No response from the gate. What was sent may or may not have been worked on. */
public class GateUnreachableException extends IOException {
  private static final long serialVersionUID = 1;

  public GateUnreachableException(String message) {
    super(message);
  }
}
