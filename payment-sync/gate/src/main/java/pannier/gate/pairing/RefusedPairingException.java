package pannier.gate.pairing;

import java.io.IOException;
import pannier.wire.Problem;
import pannier.wire.ProblemKind;

/** A cart is not paired, and why. */
public final class RefusedPairingException extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  RefusedPairingException(ProblemKind kind, String detail) {
    super(detail);
    this.problem = Problem.of(kind, detail);
  }

  public Problem problem() {
    return problem;
  }
}
