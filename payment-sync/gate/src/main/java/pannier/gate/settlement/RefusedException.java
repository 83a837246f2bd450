package pannier.gate.settlement;

import pannier.wire.Problem;
import pannier.wire.ProblemKind;

/** The way out of a settlement that is not taken on. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  RefusedException(ProblemKind kind, String detail) {
    this(Problem.of(kind, detail));
  }

  RefusedException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
