package pannier.gate.till;

import org.junit.jupiter.api.extension.ExtendWith;
import pannier.gate.postgres.RealPostgres;
import pannier.gate.shelf.Shelf;

/** The same promises on a real server. */
@ExtendWith(RealPostgres.class)
class TillOnServerTest extends TillTest {
  private final Shelf shelf;

  TillOnServerTest(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  Shelf shelf() {
    return shelf;
  }
}
