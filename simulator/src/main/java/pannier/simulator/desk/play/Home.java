package pannier.simulator.desk.play;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import pannier.app.gate.StaffLine;
import pannier.app.loop.Settlements;
import pannier.wire.Receipt;

/** Where a cart's program keeps its journal, and its way to the gate, which outlive it. */
public interface Home {
  Path journalFile();

  /** What the gate gave for the last bill that it settled. */
  Optional<Receipt> receipt();

  /** What the cart has besides its program; it is closed with the trip. Empty: nothing. */
  default Optional<AtCart> atCart() {
    return Optional.empty();
  }

  /** Opens a line to staff, where there are any. */
  Optional<StaffLine> openStaffLine() throws IOException;

  /** Opens the way to the gate, on an outbox that outlives the program. */
  Settlements openSettlements() throws IOException;
}
