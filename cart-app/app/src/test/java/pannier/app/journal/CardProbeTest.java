package pannier.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.basket.Means;
import pannier.domain.basket.Wallet;
import pannier.domain.evidence.CameraState;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Direction;
import pannier.domain.evidence.Sighting;
import pannier.domain.evidence.VisionReport;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.CartState;
import pannier.domain.trip.Input;
import pannier.domain.trip.TickRecord;

/** Feeds card numbers to every input of the cart that takes text; none may reach its journal. */
class CardProbeTest {
  /** Test numbers that card schemes publish. */
  private static final List<String> CARDS =
      List.of("4111111111111111", "5555 5555 5555 4444", "378282246310005");

  @TempDir Path folder = Path.of(".");

  @Test
  void journalNeverHoldsACardNumber() throws Exception {
    int inputs = 0;
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      TripSetup setup = TestTrips.setup();
      int trip = journal.begin(setup);
      CartCore core = setup.core();
      CartState state = core.start(0);
      long nanos = 0;
      for (Input input : inputs()) {
        nanos += 20_000_000;
        TickRecord record =
            new TickRecord(nanos, List.of(), List.of(), List.of(seen(nanos)), List.of(input));
        CartCore.Step step = core.tick(state, record);
        state = step.state();
        journal.append(trip, record, step.decisions(), step.weighings());
        inputs++;
      }
      assertEquals(inputs, journal.ticks(trip).size());
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        CARDS.forEach(card -> assertFalse(bytes.contains(card), card));
      }
    }
  }

  @Test
  void walletTakesNoCardNumberAtAll() {
    for (String card : CARDS) {
      assertThrows(IllegalArgumentException.class, () -> new Means("card", card));
      assertThrows(IllegalArgumentException.class, () -> new Wallet(List.of(), List.of(card), ""));
      assertThrows(IllegalArgumentException.class, () -> new Wallet(List.of(), List.of(), card));
    }
  }

  /** The rim's camera reads a card that somebody holds over the basket. */
  private static VisionReport seen(long nanos) {
    List<Code> codes =
        CARDS.stream().map(card -> new Code(Code.Symbology.QR, "card " + card)).toList();
    Sighting card = new Sighting(1, 0, nanos, Direction.IN, 1, List.of(), 1.0, codes, 0.9);
    return new VisionReport(0, nanos, false, CameraState.TRUSTED, List.of(card));
  }

  private static List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    inputs.add(new Input.Start("t-1"));
    for (String card : CARDS) {
      inputs.add(new Input.CodeShown(new Code(Code.Symbology.QR, card)));
      inputs.add(new Input.CodeShown(new Code(Code.Symbology.QR, "pay with " + card)));
      inputs.add(new Input.Below(new Code(Code.Symbology.GS1_128, card)));
      inputs.add(new Input.StaffResolves(0, card, "he said " + card));
      inputs.add(new Input.AgeApproved(card, 18));
      inputs.add(new Input.AgeDenied("Ann", card));
    }
    inputs.add(new Input.Close(CARDS.getFirst(), CARDS.getLast()));
    return inputs;
  }
}
