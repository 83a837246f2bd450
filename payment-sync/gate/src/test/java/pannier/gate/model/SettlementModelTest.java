package pannier.gate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pannier.gate.model.World.Payment;
import pannier.gate.model.World.Row;
import pannier.gate.model.World.Step;
import pannier.gate.model.World.Told;

/** Looks at every state that cart, gates, ledger and provider can come to. */
class SettlementModelTest {
  private static final int FAULTS = 3;

  @Test
  void upToThreeFaultsNeverChargeTwiceNorOpenWithoutRecordNorLose() {
    Explored explored = explore(new Moves(true));

    assertEquals(Optional.empty(), explored.wrong());
    assertTrue(explored.worlds() > 10_000, "found " + explored.worlds());
    assertTrue(explored.ends() > 0, "some come to rest");
  }

  @Test
  void aGateThatTellsTheProviderBeforeItDecidesIsCaught() {
    assertTrue(explore(new Moves(false)).wrong().isPresent());
  }

  /**
   * What was seen.
   *
   * @param ends worlds in which nothing is under way any more
   */
  private record Explored(int worlds, int ends, Optional<World> wrong) {}

  private static Explored explore(Moves moves) {
    Set<World> seen = new HashSet<>();
    Deque<World> waiting = new ArrayDeque<>();
    World start = World.start(FAULTS);
    seen.add(start);
    waiting.add(start);
    int ends = 0;
    while (!waiting.isEmpty()) {
      World world = waiting.remove();
      boolean rests = rests(world);
      ends += rests ? 1 : 0;
      if (isWrong(world) || (rests && isUnsettled(world))) {
        return new Explored(seen.size(), ends, Optional.of(world));
      }
      for (World next : moves.from(world)) {
        if (seen.add(next)) {
          waiting.add(next);
        }
      }
    }
    return new Explored(seen.size(), ends, Optional.empty());
  }

  /** Nothing is under way, and what a starting gate could decide is decided. */
  private static boolean rests(World world) {
    return world.network().isEmpty()
        && world.gates().stream().allMatch(work -> work.step() == Step.IDLE)
        && world.cart().told() != Told.NOTHING
        && world.rows().stream().noneMatch(row -> row == Row.INTENDED || row == Row.GIVING_UP);
  }

  /** What must not be at any moment. */
  private static boolean isWrong(World world) {
    List<Row> rows = world.rows();
    long settled = rows.stream().filter(row -> row == Row.SETTLED).count();
    boolean unpaid = false;
    for (int attempt = 0; attempt < World.ATTEMPTS; attempt++) {
      unpaid |=
          rows.get(attempt) == Row.SETTLED && world.payments().get(attempt) != Payment.AUTHORISED;
      unpaid |=
          rows.get(attempt) == Row.DECLINED && world.payments().get(attempt) == Payment.AUTHORISED;
    }
    Row own = rows.get(world.cart().attempt());
    boolean misled =
        switch (world.cart().told()) {
          case NOTHING -> false;
          case PAID -> own != Row.SETTLED;
          case NOT_PAID -> own != Row.DECLINED;
        };
    return settled > 1 || unpaid || misled || world.opened();
  }

  /** What must not be left when all is quiet. */
  private static boolean isUnsettled(World world) {
    boolean paid = world.rows().contains(Row.SETTLED);
    boolean charged = world.payments().contains(Payment.AUTHORISED);
    boolean hasReceipt = world.cart().told() == Told.PAID;
    return paid != charged || (hasReceipt && !paid);
  }
}
