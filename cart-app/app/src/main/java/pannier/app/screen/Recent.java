package pannier.app.screen;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.app.bill.BillPrices;
import pannier.app.screen.CartView.Happening;
import pannier.app.screen.CartView.Said;
import pannier.app.screen.CartView.Sound;
import pannier.domain.basket.Basket;
import pannier.domain.catalogue.ProductId;
import pannier.domain.mass.Mass;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Effect;
import pannier.domain.trip.TripState;

/**
 * What happened lately, which the cart's state does not hold. An immutable value.
 *
 * @param happenings newest first
 * @param sound the last one
 * @param said the last sentence, until the next decision, or a trip begins or ends
 * @param free no trip is on
 */
record Recent(
    List<Happening> happenings, @Nullable Sound sound, @Nullable Said said, boolean free) {
  static final Recent NOTHING = new Recent(List.of(), null, null, true);

  private static final int MOST = 8;

  Recent {
    happenings = List.copyOf(happenings);
  }

  /** What it is after a step. */
  Recent after(CartCore.Step step, Items items) {
    List<Happening> now = new ArrayList<>();
    for (Decision decision : step.decisions().reversed()) {
      switch (decision) {
        case Decision.Added a -> now.add(happening(a, a.product(), a.pieces(), a.mass(), items));
        case Decision.Removed r ->
            now.add(happening(r, r.product(), r.pieces(), r.mass().times(-1), items));
        case Decision.Asked _, Decision.Held _, Decision.Resolved _ -> {}
      }
    }
    now.addAll(happenings);
    boolean idle = step.state().trip() instanceof TripState.Idle;
    List<Happening> kept = idle ? List.of() : now.subList(0, Math.min(MOST, now.size()));
    boolean stays = step.decisions().isEmpty() && idle == free;
    return effects(step, kept, stays ? said : null, idle);
  }

  private Recent effects(
      CartCore.Step step, List<Happening> kept, @Nullable Said before, boolean idle) {
    Sound heard = sound;
    Said read = before;
    for (Effect effect : step.effects()) {
      switch (effect) {
        case Effect.Sound it -> heard = new Sound(it.id(), it.tone().name());
        case Effect.Say it ->
            read = new Said(it.id(), Sentences.said(it.notice().kind()), it.notice().about());
        case Effect.Brake _,
            Effect.Show _,
            Effect.Light _,
            Effect.TellStaff _,
            Effect.LogIn _,
            Effect.Settle _,
            Effect.CancelSettlement _ -> {}
      }
    }
    return new Recent(kept, heard, read, idle);
  }

  private static Happening happening(
      Decision decision, ProductId product, int pieces, Mass mass, Items items) {
    Basket alone = Basket.EMPTY.plus(product, pieces, mass);
    long amount = BillPrices.of(alone, items.catalogue()).total().minor();
    boolean in = decision instanceof Decision.Added;
    return new Happening(decision.number(), in, items.item(product), pieces, amount);
  }
}
