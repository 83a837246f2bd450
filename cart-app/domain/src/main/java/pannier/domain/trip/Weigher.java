package pannier.domain.trip;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pannier.domain.audit.Sign;
import pannier.domain.basket.Basket;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.MotionSample;
import pannier.domain.evidence.WeightStep;
import pannier.domain.mass.Mass;
import pannier.domain.reconcile.Decision;
import pannier.domain.scale.Scale;
import pannier.domain.trip.TripState.NeedsStaff;
import pannier.domain.trip.TripState.Open;
import pannier.domain.weighing.Obstacle;
import pannier.domain.weighing.Unweighed;
import pannier.domain.weighing.WeighingRules;
import pannier.domain.weighing.Weighings;

/**
 * Goods that are sold by mass: each is weighed while the cart stands still and level, or
 * <em>Pay</em> waits. What carries a counter's label was weighed there.
 */
final class Weigher {
  private final Catalogue catalogue;
  private final CartConfig config;
  private final Scale scale;
  private final @Nullable WeighingRules rules;

  Weigher(Catalogue catalogue, CartConfig config) {
    this.catalogue = catalogue;
    this.config = config;
    this.scale = new Scale(config.scale());
    boolean loose =
        catalogue.products().stream().anyMatch(product -> product.unit() == SaleUnit.KILOGRAM);
    this.rules = loose && config.sensors().scale() ? config.trip().weighing() : null;
  }

  /** How the cart stands, and what lies in it while it does. Before anything is decided. */
  void sense(Draft draft, Sensing.Sensed sensed, TickRecord record) {
    if (rules == null) {
      return;
    }
    Weighings now = draft.weighings;
    for (MotionSample motion : record.motion()) {
      now = now.moved(motion, rules, config.scale().still().tiltDegrees());
    }
    for (WeightStep step : sensed.steps()) {
      now = now.stepped(step);
    }
    if (draft.watch.scaleDistrust().isEmpty() && now.wantsLevel(rules, draft.nanos)) {
      Optional<Mass> level = scale.standing(draft.watch.scale());
      now = level.isPresent() ? now.stands(level.get().grams(), draft.nanos) : now;
    }
    draft.weighings = now;
  }

  /** Weighs what was decided, as far as that can be done now. */
  void weigh(Draft draft) {
    if (rules == null || !(draft.trip instanceof Open)) {
      return;
    }
    draft.takeLoose().forEach(decision -> follow(draft, decision));
    if (draft.weighings.waiting().isEmpty()) {
      return;
    }
    Weighings.Look look = draft.weighings.look(rules, draft.nanos);
    draft.weighings = look.next();
    for (Weighings.Done done : look.done()) {
      draft.weighed(done.weighing());
      Mass more = Mass.ofGrams(done.correctionGrams());
      draft.basket = draft.basket.reweighed(done.one().product(), more);
    }
    look.hindered().forEach(one -> say(draft, one));
  }

  private void follow(Draft draft, Decision decision) {
    if (decision instanceof Decision.Added added) {
      double tare = catalogue.get(added.product()).handling().tareGrams();
      draft.weighings =
          draft.weighings.added(
              new Unweighed(
                  added.product(),
                  new Unweighed.Packed(added.pieces(), tare),
                  added.mass().grams(),
                  added.timestampNanos(),
                  null));
    } else if (decision instanceof Decision.Removed gone) {
      Basket basket = draft.basket;
      draft.weighings =
          draft.weighings.removed(
              gone.product(), -gone.mass().grams(), basket.pieces(gone.product()) == 0);
    }
  }

  private void say(Draft draft, Unweighed one) {
    Obstacle obstacle = one.obstacle();
    if (obstacle != null) {
      draft.outbox.say(new Notice(kind(obstacle), name(one)));
    }
  }

  private String name(Unweighed one) {
    Product product = catalogue.get(one.product());
    return product.name();
  }

  private static Notice.Kind kind(Obstacle obstacle) {
    return switch (obstacle) {
      case ROLLING -> Notice.Kind.WEIGH_STILL;
      case TILTED -> Notice.Kind.WEIGH_LEVEL;
      case UNKNOWN -> Notice.Kind.WEIGH_BLIND;
      case TOO_LIGHT -> Notice.Kind.WEIGH_MORE;
      case UNCLEAR -> Notice.Kind.WEIGH_AGAIN;
    };
  }

  /**
   * Keeps <em>Pay</em> waiting for the cart to stand, or for staff where that would not help;
   * whether it must wait.
   */
  boolean block(Draft draft) {
    if (draft.payWanted() == null || draft.weighings.waiting().isEmpty()) {
      return false;
    }
    for (Unweighed one : draft.weighings.waiting()) {
      Obstacle obstacle = one.obstacle();
      if (obstacle != null && !obstacle.passes()) {
        callStaff(draft, new Call.Unweighed(name(one)), one);
        return true;
      }
    }
    return true;
  }

  private void callStaff(Draft draft, Call call, Unweighed one) {
    if (!(draft.trip instanceof NeedsStaff staff && staff.call().equals(call))) {
      draft.trip = ((Open) draft.trip).clear();
      draft.callStaff(call, false);
      say(draft, one);
    }
  }

  /** Staff answer for what could not be weighed: the bill says so. */
  void wave(Draft draft, Input.StaffResolves word) {
    if (word.open() == 0
        && draft.trip instanceof NeedsStaff staff
        && staff.call() instanceof Call.Unweighed) {
      for (Unweighed one : draft.weighings.waiting()) {
        draft.flag("not weighed for sale: %s, by %s".formatted(name(one), word.staff()));
      }
      draft.mark(Sign.OVERRIDDEN, draft.weighings.waiting().size());
      draft.weighings = draft.weighings.waved();
    }
  }
}
