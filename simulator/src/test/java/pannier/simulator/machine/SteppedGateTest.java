package pannier.simulator.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pannier.domain.audit.Remarks;
import pannier.domain.basket.Accord;
import pannier.domain.basket.Bill;
import pannier.domain.basket.BillLine;
import pannier.domain.basket.Means;
import pannier.domain.basket.Wallet;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.mass.Mass;
import pannier.domain.trip.Input;
import pannier.simulator.fault.BadLink;
import pannier.simulator.shop.Article;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shop.ShopFiles;
import pannier.simulator.world.Chance;

/** A real gate behind a link that may be bad. */
class SteppedGateTest {
  private static final long TICK_NANOS = 20_000_000;
  private static final Means EMPTY_CARD = new Means("card", "sandbox-refuse-no-funds");
  private static final Means GIFT = new Means("gift", "sandbox-partial-100");
  private static final Catalogue SHOP =
      new Catalogue(ShopFiles.EURO, DemoShop.articles().stream().map(Article::product).toList());

  /** Two packs of tea at 2.29. */
  private static Bill bill(int attempt, Means... means) {
    Product tea = SHOP.get(DemoShop.TEA_MINT);
    Wallet wallet = new Wallet(List.of(means), List.of(), "");
    return new Bill(
        "trip-1",
        attempt,
        List.of(new BillLine(tea.id(), 2, Mass.ofGrams(196), tea.unit(), tea.price())),
        Remarks.NONE,
        Accord.NONE.with(wallet));
  }

  private static List<Input> answers(SteppedGate gate, long fromNanos) throws IOException {
    List<Input> answers = new ArrayList<>();
    for (long nanos = fromNanos; answers.isEmpty() && nanos < 120e9; nanos += TICK_NANOS) {
      gate.advanceTo(nanos);
      answers.addAll(gate.drain());
    }
    return answers;
  }

  @Test
  void whateverTheLinkDoesABillIsPaidOnce() throws IOException {
    for (int seed = 1; seed <= 12; seed++) {
      Chance chance = new Chance(seed);
      Optional<BadLink> bad = Optional.of(new BadLink(chance.of("bad link")));
      try (SteppedGate gate = new SteppedGate(SHOP, bad, chance)) {
        gate.submit(bill(1));
        List<Input> answers = answers(gate, TICK_NANOS);
        assertInstanceOf(Input.GateSettled.class, answers.getFirst(), "seed " + seed);
        SteppedGate.Books books = gate.books();
        assertEquals(
            new SteppedGate.Books(1, 1, 458, 458, 1, Optional.of(458L)), books, "seed " + seed);
        assertTrue(books.agree());
      }
    }
  }

  @Test
  void aRefusedCardIsChargedNothingAndTheNextOneOnce() throws IOException {
    try (SteppedGate gate = new SteppedGate(SHOP, Optional.empty(), new Chance(1))) {
      gate.submit(bill(1, EMPTY_CARD));
      assertEquals(List.of(new Input.GateDeclined(1, "no-funds")), answers(gate, TICK_NANOS));
      assertEquals(0, gate.books().chargedMinor());
      gate.submit(bill(2));
      assertInstanceOf(Input.GateSettled.class, answers(gate, 2_000_000_000L).getFirst());
      assertEquals(new SteppedGate.Books(2, 1, 458, 458, 1, Optional.of(458L)), gate.books());
    }
  }

  @Test
  void aGiftCardThatRunsOutBeforeARefusedCardGivesBackWhatItReserved() throws IOException {
    try (SteppedGate gate = new SteppedGate(SHOP, Optional.empty(), new Chance(1))) {
      gate.submit(bill(1, GIFT, EMPTY_CARD));
      assertInstanceOf(Input.GateDeclined.class, answers(gate, TICK_NANOS).getFirst());
      for (long nanos = 1_000_000_000L; nanos < 5e9; nanos += TICK_NANOS) {
        gate.advanceTo(nanos);
      }
      assertEquals(new SteppedGate.Books(1, 0, 0, 0, 0, Optional.empty()), gate.books());
    }
  }
}
