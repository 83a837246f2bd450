package pannier.domain.trip;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pannier.domain.audit.Marks;
import pannier.domain.audit.Sign;
import pannier.domain.basket.Accord;
import pannier.domain.basket.BillLine;
import pannier.domain.basket.Content;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.reconcile.Answers;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartState.PayWanted;
import pannier.domain.trip.TripState.Declined;
import pannier.domain.trip.TripState.Open;
import pannier.domain.trip.TripState.Reviewing;
import pannier.domain.trip.TripState.Running;
import pannier.domain.trip.TripState.Settled;
import pannier.domain.trip.TripState.Settling;
import pannier.domain.trip.TripState.Shopping;

/** From <em>Pay</em> to the receipt. */
final class Till {
  private final Catalogue catalogue;
  private final CartConfig config;
  private final Answers answers;
  private final Checks checks;

  /** What keeps <em>Pay</em> waiting besides what is open. */
  record Checks(Ages ages, Weigher weigher) {
    boolean block(Draft draft) {
      return ages.block(draft) || weigher.block(draft);
    }
  }

  Till(Catalogue catalogue, CartConfig config, Answers answers, Checks checks) {
    this.catalogue = catalogue;
    this.config = config;
    this.answers = answers;
    this.checks = checks;
  }

  void pay(Draft draft) {
    if (draft.trip instanceof Open && draft.payWanted() == null) {
      draft.payWanted(new PayWanted(draft.nanos, false));
      if (!draft.belief.open().isEmpty()) {
        draft.outbox.say(Notice.Kind.NOT_CLEAR);
      }
    }
  }

  static void payWith(Draft draft, Input.PayWith choice) {
    if (draft.trip instanceof Open open) {
      draft.trip = open.with(open.trip().with(open.trip().accord().with(choice.wallet())));
    } else if (draft.trip instanceof Reviewing reviewing) {
      draft.trip = reviewing.with(reviewing.bill().accord().with(choice.wallet()));
    } else if (draft.trip instanceof Declined declined) {
      draft.trip = declined.with(declined.trip().accord().with(choice.wallet()));
    } else {
      draft.outbox.say(Notice.Kind.TOO_LATE);
    }
  }

  void moreTime(Draft draft) {
    if (draft.payWanted() != null) {
      draft.payWanted(new PayWanted(draft.nanos, false));
    }
  }

  void back(Draft draft) {
    draft.payWanted(null);
    if (draft.trip instanceof Reviewing reviewing) {
      draft.trip = reviewing.back();
    } else if (draft.trip instanceof Declined declined) {
      draft.trip = declined.back();
    } else if (draft.trip instanceof Settling settling && !settling.cancelled()) {
      draft.trip = settling.cancel();
      draft.outbox.cancel(settling.bill());
    }
  }

  void exit(Draft draft) {
    Effect.Settle owed = draft.owed();
    if (draft.trip instanceof Reviewing reviewing) {
      draft.trip = reviewing.exit();
      draft.owed(draft.outbox.settle(reviewing.bill()));
    } else if (draft.trip instanceof Settling && owed != null) {
      draft.outbox.again(owed);
    } else {
      draft.outbox.say(Notice.Kind.PAY_FIRST);
    }
  }

  void settled(Draft draft, Input.GateSettled reply) {
    if (draft.trip instanceof Settling settling && settling.bill().attempt() == reply.attempt()) {
      draft.trip = settling.settled(reply.receiptId());
      draft.owed(null);
      draft.outbox.sound(Effect.Tone.PAID);
      if (settling.cancelled()) {
        draft.outbox.tellStaff("it was paid after its bill was withdrawn");
      }
    }
  }

  void declined(Draft draft, Input.GateDeclined reply) {
    if (draft.trip instanceof Settling settling && settling.bill().attempt() == reply.attempt()) {
      draft.trip = settling.declined(reply.reason());
      draft.owed(null);
      draft.outbox.say(new Notice(Notice.Kind.NOT_PAID, reply.reason()));
      draft.outbox.sound(Effect.Tone.REFUSED);
    }
  }

  static void checkAwaited(Draft draft, Input.CheckAwaited drawn) {
    if (draft.trip instanceof Settling settling && settling.bill().attempt() == drawn.attempt()) {
      draft.outbox.say(Notice.Kind.SPOT_CHECK);
      draft.outbox.sound(Effect.Tone.QUESTION);
    }
  }

  void done(Draft draft) {
    if (draft.trip instanceof Settled settled) {
      draft.trip = settled.done();
      draft.clear();
    }
  }

  void close(Draft draft, Input.Close close) {
    if (draft.trip instanceof Running running) {
      draft.trip = running.close(new Ending.Closed(close.staff(), close.reason()));
      draft.clear();
    }
  }

  /** A change of weight after <em>Pay</em>. */
  void voidBill(Draft draft) {
    if (draft.trip instanceof Reviewing reviewing) {
      draft.trip = reviewing.back();
      draft.outbox.say(Notice.Kind.CHANGED);
      draft.outbox.sound(Effect.Tone.REFUSED);
    } else if (draft.trip instanceof Settling settling && !settling.cancelled()) {
      draft.trip = settling.cancel();
      draft.outbox.cancel(settling.bill());
    }
  }

  /**
   * Where the trip stands, given what is open; and <em>Pay</em>, as soon as it can be.
   *
   * @param still no evidence is pending and the load does not move
   */
  void review(Draft draft, boolean still) {
    if (!(draft.trip instanceof Open open)) {
      return;
    }
    if (!draft.belief.open().isEmpty()) {
      ask(draft, open);
      return;
    }
    if (open instanceof TripState.NeedsStaff staff && staff.standing()) {
      return;
    }
    if (checks.block(draft)) {
      return;
    }
    draft.trip = open.clear();
    if (draft.payWanted() != null && still) {
      flagOff(draft);
      LowerShelf.flag(draft);
      if (draft.trip instanceof Shopping shopping) {
        Trip trip = counted(onDay(shopping.trip(), draft.basis().epochDay()), draft);
        draft.trip = shopping.with(trip).pay(lines(draft));
      }
      draft.payWanted(null);
    }
  }

  /** How it stands now: of the time that goes on, what was up to here. */
  private static Trip counted(Trip trip, Draft draft) {
    Marks marks = trip.remarks().marks().trusted(true, draft.nanos);
    return trip.with(marks.at(Sign.BELOW, LowerShelf.pieces(draft)));
  }

  /** A bill is of the day on which it is frozen, by the prices with which its trip began. */
  private static Trip onDay(Trip trip, @Nullable Long epochDay) {
    Accord accord = trip.accord();
    return epochDay == null ? trip : trip.with(accord.with(accord.basis().on(epochDay)));
  }

  private void ask(Draft draft, Open open) {
    if (open instanceof Shopping) {
      draft.trip = open.ask();
    }
    if (draft.belief.open().stream().anyMatch(Decision.Held.class::isInstance)) {
      draft.payWanted(null);
      long oldest = draft.belief.open().getFirst().timestampNanos();
      if (draft.nanos - oldest > config.trip().staffAfter().toNanos()) {
        draft.callStaff(new Call.Unexplained(), false);
      }
    } else if (draft.payWanted() != null) {
      unanswered(draft, draft.payWanted());
    }
  }

  /** Questions that stay unanswered after <em>Pay</em> are read in the shopper's favour. */
  private void unanswered(Draft draft, PayWanted wanted) {
    long limit = config.trip().answerWithin().toNanos();
    long waited = draft.nanos - wanted.sinceNanos();
    if (waited >= limit) {
      while (!draft.belief.open().isEmpty()) {
        int number = draft.belief.open().getFirst().number();
        draft.flag("question %d was not answered".formatted(number));
        draft.mark(Sign.UNANSWERED, 1);
        draft.apply(answers.favour(draft.belief, draft.basket).orElseThrow());
      }
    } else if (waited >= limit / 2 && !wanted.warned()) {
      draft.payWanted(new PayWanted(wanted.sinceNanos(), true));
      draft.outbox.say(Notice.Kind.HURRY);
    }
  }

  private void flagOff(Draft draft) {
    double known = draft.basket.mass().grams() + draft.belief.unbilledGrams();
    double off = draft.gramsBeside(known);
    if (config.sensors().scale() && Math.abs(off) > config.trip().offGrams()) {
      draft.flag("the scale says %+d g beside the lines".formatted(Math.round(off)));
    }
  }

  private List<BillLine> lines(Draft draft) {
    List<Content> below = draft.below();
    return Stream.concat(
            draft.basket.lines().stream()
                .flatMap(line -> line.billed(catalogue.get(line.product())).stream()),
            below.stream().map(content -> content.billed(catalogue.get(content.product()))))
        .toList();
  }
}
