package pannier.gate.reserve;

import org.junit.jupiter.api.extension.ExtendWith;
import pannier.gate.postgres.RealPostgres;
import pannier.gate.shelf.Shelf;

/** The same promises on a real server. */
@ExtendWith(RealPostgres.class)
class ReservationsOnServerTest extends ReservationsTest {
  private final Shelf shelf;

  ReservationsOnServerTest(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  Shelf shelf() {
    return shelf;
  }
}
