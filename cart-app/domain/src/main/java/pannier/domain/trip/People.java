package pannier.domain.trip;

import java.util.List;
import java.util.Optional;
import pannier.domain.audit.Sign;
import pannier.domain.basket.Basket;
import pannier.domain.basket.Content;
import pannier.domain.basket.Wallet;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.mass.Mass;
import pannier.domain.reconcile.Answers;
import pannier.domain.reconcile.Belief;
import pannier.domain.reconcile.Reconciler.Settlement;
import pannier.domain.trip.CartState.StartCheck;
import pannier.domain.trip.TripState.Idle;
import pannier.domain.trip.TripState.Open;

/** What shoppers and staff say about the basket. */
final class People {
  private final Catalogue catalogue;
  private final CartConfig config;
  private final Answers answers;

  People(Catalogue catalogue, CartConfig config, Answers answers) {
    this.catalogue = catalogue;
    this.config = config;
    this.answers = answers;
  }

  void start(Draft draft, Input.Start start) {
    if (!(draft.trip instanceof Idle idle)) {
      draft.outbox.say(Notice.Kind.UNDER_WAY);
      return;
    }
    if (draft.isPast(start.tripId())) {
      draft.trip = idle.refused(new Ending.Over());
      draft.outbox.say(Notice.Kind.TRIP_OVER);
      draft.outbox.sound(Effect.Tone.REFUSED);
      return;
    }
    Basket declared = Basket.EMPTY;
    double variance = 0;
    for (Content content : start.inBasket()) {
      Product product = catalogue.get(content.product());
      Mass mass = product.pieceMass().mean().times(content.pieces());
      declared = declared.plus(product.id(), content.pieces(), mass);
      variance += content.pieces() * product.pieceMass().varianceGrams2();
    }
    double tolerance = config.trip().startToleranceGrams() + 3 * Math.sqrt(variance);
    StartCheck check = new StartCheck(declared.mass(), tolerance, start.personalItems());
    if (draft.watch.scale().settled() && !start.personalItems() && off(draft, check)) {
      draft.trip = idle.refused(new Ending.NotEmpty());
      draft.outbox.say(Notice.Kind.NOT_EMPTY);
      draft.outbox.sound(Effect.Tone.REFUSED);
      return;
    }
    draft.clear();
    draft.begun(start.tripId());
    draft.trip = idle.start(start.tripId(), draft.nanos, draft.basis());
    draft.basket = declared;
    draft.unchecked(config.sensors().scale() ? check : null);
  }

  static boolean off(Draft draft, StartCheck check) {
    return Math.abs(draft.gramsBeside(check.declared().grams())) > check.toleranceGrams();
  }

  void answer(Draft draft, Input.Answer answer) {
    answered(
        draft,
        answers.answer(draft.belief, draft.basket, answer.asked(), answer.product()),
        Notice.Kind.DOES_NOT_FIT);
  }

  void nothing(Draft draft, Input.AnswerNothing none) {
    answered(draft, answers.nothing(draft.belief, none.asked()), Notice.Kind.TAKE_OUT);
  }

  /** The gate took a shopper's code: their trip begins. */
  void loggedIn(Draft draft, Input.LoggedIn welcome) {
    start(draft, new Input.Start(welcome.tripId()));
    if (!welcome.member().isEmpty()
        && draft.trip instanceof Open open
        && open.trip().id().equals(welcome.tripId())) {
      Wallet wallet = new Wallet(List.of(), List.of(), welcome.member());
      draft.trip = open.with(open.trip().with(open.trip().accord().with(wallet)));
    }
  }

  void loginRefused(Draft draft, Input.LoginRefused refusal) {
    if (draft.trip instanceof Idle) {
      refuse(draft, why(refusal.reason()));
    }
  }

  private static Notice.Kind why(String reason) {
    return switch (reason) {
      case "code-spent" -> Notice.Kind.CODE_SPENT;
      case "code-late" -> Notice.Kind.CODE_LATE;
      case "code-of-another-cart" -> Notice.Kind.CODE_ELSEWHERE;
      case "code-unknown", "malformed" -> Notice.Kind.CODE_UNKNOWN;
      case "not-paired", "key-barred" -> Notice.Kind.CART_BARRED;
      case "too-many", "busy", "running", "gate-fault" -> Notice.Kind.SHOW_AGAIN;
      default -> Notice.Kind.NO_ANSWER;
    };
  }

  /** A shopper's phone, before the trip: the gate knows whether it may begin. */
  private static void logIn(Draft draft, String code) {
    if (draft.trip instanceof Idle) {
      draft.outbox.logIn(code);
      draft.outbox.say(Notice.Kind.ONE_MOMENT);
    } else {
      draft.outbox.say(Notice.Kind.UNDER_WAY);
    }
  }

  void code(Draft draft, Input.CodeShown shown) {
    if (shown.code().isLogin()) {
      logIn(draft, shown.code().text());
      return;
    }
    if (draft.trip instanceof Open) {
      Optional<Settlement> settlement = answers.code(draft.belief, draft.basket, shown.code());
      settlement.ifPresentOrElse(
          it -> draft.apply(it, List.of(shown.code())), () -> refuse(draft, Notice.Kind.NO_CODE));
    }
  }

  static void refuse(Draft draft, Notice.Kind why) {
    draft.outbox.say(why);
    draft.outbox.sound(Effect.Tone.REFUSED);
  }

  void personal(Draft draft, Input.Personal own) {
    Optional<Settlement> settlement = answers.personal(draft.belief, own.held());
    answered(draft, settlement, Notice.Kind.NOT_OWN);
    settlement
        .map(Settlement::belief)
        .map(Belief::personal)
        .map(items -> items.getLast().mass().grams())
        .ifPresent(
            grams -> {
              draft.flag(personalItems(grams));
              draft.mark(Sign.PERSONAL, Math.round(grams));
            });
  }

  static String personalItems(double grams) {
    return "personal items, %d g".formatted(Math.round(grams));
  }

  private static void answered(
      Draft draft, Optional<Settlement> settlement, Notice.Kind otherwise) {
    if (!(draft.trip instanceof Open)) {
      return;
    }
    settlement.ifPresentOrElse(draft::apply, () -> refuse(draft, otherwise));
  }

  void dispute(Draft draft, Input.Dispute dispute) {
    if (draft.trip instanceof Open && draft.basket.find(dispute.product()).isPresent()) {
      String name = catalogue.get(dispute.product()).name();
      Call call = new Call.WrongLine(name);
      draft.flag(call.text());
      draft.callStaff(call, true);
    }
  }

  void staff(Draft draft, Input.StaffResolves word) {
    if (!(draft.trip instanceof Open)) {
      return;
    }
    Optional<Settlement> settlement =
        answers.staff(draft.belief, word.open(), word.staff(), word.reason());
    settlement.ifPresent(draft::apply);
    draft.mark(Sign.OVERRIDDEN, settlement.isPresent() ? 1 : 0);
    if (settlement.isPresent() || word.open() == 0) {
      draft.flag("staff %s: %s".formatted(word.staff(), word.reason()));
      draft.trip = ((Open) draft.trip).clear();
    }
  }

  /** Named by staff: billed, flagged, and nobody waits for staff any more if nothing is left. */
  void identify(Draft draft, Input.StaffIdentifies word) {
    Optional<Settlement> settlement =
        answers.identify(
            draft.belief,
            draft.basket,
            new Answers.StaffWord(word.open(), word.product(), word.staff(), word.asWeighed()));
    answered(draft, settlement, Notice.Kind.DOES_NOT_FIT);
    if (settlement.isPresent() && draft.trip instanceof Open open) {
      if (draft.belief.open().isEmpty()) {
        draft.trip = open.clear();
      }
      String said = word.asWeighed() ? "staff %s: it is %s, as weighed" : "staff %s: it is %s";
      draft.flag(said.formatted(word.staff(), word.product()));
      draft.mark(Sign.OVERRIDDEN, 1);
    }
  }
}
