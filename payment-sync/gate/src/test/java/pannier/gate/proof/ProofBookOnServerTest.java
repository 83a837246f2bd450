package pannier.gate.proof;

import org.junit.jupiter.api.extension.ExtendWith;
import pannier.gate.postgres.RealPostgres;
import pannier.gate.shelf.Shelf;

/** The same promises on a real server. */
@ExtendWith(RealPostgres.class)
class ProofBookOnServerTest extends ProofBookTest {
  private final Shelf shelf;

  ProofBookOnServerTest(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  Shelf shelf() {
    return shelf;
  }
}
