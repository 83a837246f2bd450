package pannier.gate.model;

import java.util.ArrayList;
import java.util.List;
import pannier.gate.model.World.Cart;
import pannier.gate.model.World.Letter;
import pannier.gate.model.World.Payment;
import pannier.gate.model.World.Row;
import pannier.gate.model.World.Step;
import pannier.gate.model.World.Told;
import pannier.gate.model.World.What;
import pannier.gate.model.World.Wish;
import pannier.gate.model.World.Work;

/**
 * What may happen next, as the protocol and the gate's program have it.
 *
 * @param decidesFirst whether a gate commits that it gives up before it tells the provider
 */
record Moves(boolean decidesFirst) {

  /** Every world that may follow. */
  List<World> from(World world) {
    List<World> next = new ArrayList<>();
    cart(world, next);
    for (Letter letter : world.network()) {
      if (world.faults() > 0) {
        next.add(world.without(letter).faulted()); // lost
      }
      switch (letter.what()) {
        case SETTLE, VOID -> {
          for (int gate = 0; gate < 2; gate++) {
            arrive(world, letter, gate, next);
          }
        }
        case PAID, NOT_PAID -> next.add(hear(world.without(letter), letter));
      }
    }
    for (int gate = 0; gate < 2; gate++) {
      gate(world, gate, next);
    }
    return next;
  }

  private static void cart(World world, List<World> next) {
    Cart cart = world.cart();
    if (cart.told() == Told.NOTHING) {
      What what = cart.wish() == Wish.PAY ? What.SETTLE : What.VOID;
      next.add(world.sending(new Letter(what, cart.attempt())));
      if (cart.wish() == Wish.PAY) {
        next.add(world.with(new Cart(cart.attempt(), Wish.WITHDRAW, Told.NOTHING)));
      }
    } else if (cart.told() == Told.NOT_PAID && cart.attempt() + 1 < World.ATTEMPTS) {
      next.add(world.with(new Cart(cart.attempt() + 1, Wish.PAY, Told.NOTHING)));
    }
  }

  private static World hear(World world, Letter letter) {
    Cart cart = world.cart();
    if (letter.attempt() != cart.attempt() || cart.told() != Told.NOTHING) {
      return world;
    }
    Told told = letter.what() == What.PAID ? Told.PAID : Told.NOT_PAID;
    return world.with(new Cart(cart.attempt(), cart.wish(), told));
  }

  /** A request reaches an idle gate; as a fault, it may come once more. */
  private void arrive(World world, Letter letter, int gate, List<World> next) {
    if (world.gates().get(gate).step() != Step.IDLE) {
      return;
    }
    World taken = world.without(letter);
    next.add(begin(taken, letter, gate));
    if (world.faults() > 0) {
      next.add(begin(world.faulted(), letter, gate));
    }
  }

  private World begin(World world, Letter letter, int gate) {
    int attempt = letter.attempt();
    Row row = world.rows().get(attempt);
    return switch (row) {
      case SETTLED, DECLINED -> work(world, gate, Step.ANSWER, attempt);
      case GIVING_UP -> work(world, gate, Step.CANCEL, attempt);
      case INTENDED ->
          work(world, gate, letter.what() == What.SETTLE ? Step.AUTHORISE : giveUp(), attempt);
      case NONE ->
          letter.what() == What.VOID
              ? work(world.with(attempt, Row.DECLINED), gate, Step.ANSWER, attempt)
              : settle(world, gate, attempt);
    };
  }

  /** A new attempt: a later or a paid one refuses it, an undecided one is given up for it. */
  private World settle(World world, int gate, int attempt) {
    for (int other = 0; other < World.ATTEMPTS; other++) {
      Row row = world.rows().get(other);
      if (other != attempt && (row == Row.SETTLED || (other > attempt && row != Row.NONE))) {
        return world; // refused for good: nothing is done
      }
      if (other != attempt && (row == Row.INTENDED || row == Row.GIVING_UP)) {
        Step step = row == Row.INTENDED ? giveUp() : Step.CANCEL;
        return world.with(gate, new Work(step, /* attempt= */ other, /* then= */ attempt));
      }
    }
    return world.noneIsLive()
        ? work(world.with(attempt, Row.INTENDED), gate, Step.AUTHORISE, attempt)
        : world;
  }

  private Step giveUp() {
    return decidesFirst ? Step.GIVE_UP : Step.CANCEL;
  }

  private static World work(World world, int gate, Step step, int attempt) {
    return world.with(gate, new Work(step, attempt, Work.NOTHING));
  }

  private void gate(World world, int gate, List<World> next) {
    Work work = world.gates().get(gate);
    if (work.step() == Step.IDLE) {
      recover(world, gate, next);
      return;
    }
    next.add(step(world, gate, work));
    if (world.faults() > 0) {
      next.add(world.with(gate, Work.NONE).faulted()); // its power goes
    }
  }

  private World step(World world, int gate, Work work) {
    int attempt = work.attempt();
    Row row = world.rows().get(attempt);
    Payment payment = world.payments().get(attempt);
    return switch (work.step()) {
      case AUTHORISE ->
          payment == Payment.CANCELLED
              ? work(world, gate, giveUp(), attempt)
              : work(world.with(attempt, Payment.AUTHORISED), gate, Step.SETTLE, attempt);
      case SETTLE ->
          row == Row.INTENDED
              ? work(world.with(attempt, Row.SETTLED), gate, Step.OPEN, attempt)
              : world.with(gate, Work.NONE); // the ledger refuses; the cart asks again
      case OPEN -> work(world.opening(attempt), gate, Step.ANSWER, attempt);
      case GIVE_UP ->
          switch (row) {
            case INTENDED, GIVING_UP ->
                world
                    .with(attempt, Row.GIVING_UP)
                    .with(gate, new Work(Step.CANCEL, attempt, work.then()));
            case NONE, SETTLED, DECLINED -> work(world, gate, Step.ANSWER, attempt);
          };
      case CANCEL ->
          world
              .with(attempt, Payment.CANCELLED)
              .with(gate, new Work(Step.DECLINE, attempt, work.then()));
      case DECLINE -> decline(world, gate, work);
      case ANSWER -> answer(world, gate, attempt, row);
      case IDLE -> world;
    };
  }

  private World decline(World world, int gate, Work work) {
    Row row = world.rows().get(work.attempt());
    if (row != Row.INTENDED && row != Row.GIVING_UP) {
      return world.with(gate, Work.NONE); // the ledger refuses; the cart asks again
    }
    World declined = world.with(work.attempt(), Row.DECLINED);
    return work.then() == Work.NOTHING
        ? work(declined, gate, Step.ANSWER, work.attempt())
        : settle(declined.with(gate, Work.NONE), gate, work.then());
  }

  private static World answer(World world, int gate, int attempt, Row row) {
    World done = world.with(gate, Work.NONE);
    return switch (row) {
      case SETTLED -> done.sending(new Letter(What.PAID, attempt));
      case DECLINED -> done.sending(new Letter(What.NOT_PAID, attempt));
      case NONE, INTENDED, GIVING_UP -> done;
    };
  }

  /** A gate that starts decides what it finds undecided, by what the provider knows. */
  private static void recover(World world, int gate, List<World> next) {
    for (int attempt = 0; attempt < World.ATTEMPTS; attempt++) {
      if (world.rows().get(attempt) == Row.GIVING_UP) {
        next.add(work(world, gate, Step.CANCEL, attempt));
      } else if (world.rows().get(attempt) == Row.INTENDED
          && world.payments().get(attempt) == Payment.AUTHORISED) {
        next.add(world.with(attempt, Row.SETTLED));
      }
    }
  }
}
