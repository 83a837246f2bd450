package pannier.gate.provider;

import org.junit.jupiter.api.extension.ExtendWith;
import pannier.gate.postgres.RealPostgres;
import pannier.gate.shelf.Shelf;

/** The same promises on a real server. */
@ExtendWith(RealPostgres.class)
class SandboxOnServerTest extends SandboxProviderTest {
  private final Shelf shelf;

  SandboxOnServerTest(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  Shelf shelf() {
    return shelf;
  }
}
