package pannier.gate.stripe;

import org.junit.jupiter.api.extension.ExtendWith;
import pannier.gate.postgres.RealPostgres;
import pannier.gate.shelf.Shelf;

/** The same promises on a real server. */
@ExtendWith(RealPostgres.class)
class StripeOnServerTest extends StripeProviderTest {
  private final Shelf shelf;

  StripeOnServerTest(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  Shelf shelf() {
    return shelf;
  }
}
