package pannier.domain.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pannier.domain.basket.Basket;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.catalogue.Product;
import pannier.domain.catalogue.ProductId;
import pannier.domain.catalogue.SaleUnit;
import pannier.domain.evidence.Code;
import pannier.domain.evidence.Direction;
import pannier.domain.mass.Mass;
import pannier.domain.mass.NewPack;
import pannier.domain.reconcile.Decision.Asked;
import pannier.domain.reconcile.Decision.Head;
import pannier.domain.reconcile.Decision.Held;
import pannier.domain.reconcile.Decision.Why;
import pannier.domain.reconcile.Reconciler.Settlement;

/**
 * Settles open questions and holds by what people say. A word is believed only as far as the weight
 * agrees with it.
 */
public final class Answers {
  private static final String CODE_SHOWN = "its code was shown";
  private final Catalogue catalogue;

  public Answers(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A question answered by a product. Empty if that is no legal answer. */
  public Optional<Settlement> answer(Belief belief, Basket basket, int number, ProductId product) {
    return belief
        .findOpen(number)
        .flatMap(open -> open instanceof Asked asked ? Optional.of(asked) : Optional.empty())
        .flatMap(
            asked ->
                catalogue
                    .find(product)
                    .flatMap(p -> booked(belief, basket, asked, p, "the shopper said so")));
  }

  /**
   * A question answered by "none of these": the mass stays, as a hold. Without a mass there is
   * nothing left to ask. A hold stays as it is, and so gives nothing.
   */
  public Optional<Settlement> nothing(Belief belief, int number) {
    return belief
        .findOpen(number)
        .flatMap(open -> open instanceof Asked asked ? Optional.of(asked) : Optional.empty())
        .map(
            asked -> {
              Turn turn = new Turn(belief);
              turn.resolve(asked, "the shopper said that it was none of the shop's products");
              if (asked.change().mass().grams() != 0) {
                turn.hold(
                    asked,
                    asked.change().mass(),
                    "the scale holds something that the shopper does not know");
              }
              return turn.settlement();
            });
  }

  /**
   * A code shown on purpose. It settles the oldest open matter whose mass is its product's and that
   * may be about it. Where none is, but a hold weighs more, it names one piece of that, and the
   * rest stays held; else it settles a question that did not think of its product.
   */
  public Optional<Settlement> code(Belief belief, Basket basket, Code code) {
    return find(catalogue, code)
        .flatMap(
            product ->
                whole(belief, basket, product, true)
                    .or(() -> pieceOfMore(belief, product))
                    .or(() -> whole(belief, basket, product, false)));
  }

  private Optional<Settlement> pieceOfMore(Belief belief, Product product) {
    return belief.open().stream()
        .flatMap(open -> open instanceof Held held ? Stream.of(held) : Stream.empty())
        .filter(held -> weighsMore(held, product))
        .findFirst()
        .map(held -> onePiece(belief, held, product, CODE_SHOWN));
  }

  /**
   * Settles the oldest open matter of which all weighs as the product does.
   *
   * @param expected whether a question must name the product
   */
  private Optional<Settlement> whole(
      Belief belief, Basket basket, Product product, boolean expected) {
    return belief.open().stream()
        .filter(open -> !(open instanceof Held held && weighsMore(held, product)))
        .flatMap(open -> asQuestion(open).stream())
        .filter(asked -> weighsAsSeen(asked, product) && (!expected || mayBe(asked, product)))
        .findFirst()
        .flatMap(asked -> booked(belief, basket, asked, product, CODE_SHOWN));
  }

  /** Whoever asks without naming anything has no idea. */
  private static boolean mayBe(Asked asked, Product product) {
    return asked.candidates().isEmpty()
        || asked.candidates().stream()
            .anyMatch(candidate -> candidate.product().equals(product.id()));
  }

  /**
   * What a member of staff says that an open matter is.
   *
   * @param open its number
   * @param asWeighed its pieces weigh what the scale says, whatever the catalogue says
   */
  public record StaffWord(int open, ProductId product, String staff, boolean asWeighed) {}

  /**
   * Staff say what an open matter is. It is booked as far as the weight agrees: of a hold that
   * weighs more, one piece, and the rest stays held. Empty where the weight contradicts; where
   * staff say that it weighs so, where it is not even half of what it should be, or over half more.
   */
  public Optional<Settlement> identify(Belief belief, Basket basket, StaffWord word) {
    String reason = "%s says that it is this".formatted(word.staff());
    Product product = catalogue.find(word.product()).orElse(null);
    Decision open = belief.findOpen(word.open()).orElse(null);
    if (product == null || open == null) {
      return Optional.empty();
    }
    if (word.asWeighed()) {
      return asQuestion(open).flatMap(asked -> asWeighed(belief, basket, asked, product, reason));
    }
    if (open instanceof Held held && weighsMore(held, product)) {
      return Optional.of(onePiece(belief, held, product, reason));
    }
    return asQuestion(open)
        .filter(asked -> !weighsOtherwise(asked, product))
        .flatMap(asked -> booked(belief, basket, asked, product, reason));
  }

  private static Optional<Settlement> asWeighed(
      Belief belief, Basket basket, Asked asked, Product product, String reason) {
    int pieces = asked.change().pieces();
    double share =
        Math.abs(asked.change().mass().grams()) / (pieces * product.pieceMass().mean().grams());
    boolean out = asked.change().direction() == Direction.OUT;
    if (product.unit() == SaleUnit.KILOGRAM
        || !NewPack.isPossible(share)
        || (out && basket.pieces(product.id()) < pieces)) {
      return Optional.empty();
    }
    Turn turn = new Turn(belief);
    turn.resolve(asked, reason);
    turn.book(asked, product, pieces, reason + ", and weighs what the scale says");
    return Optional.of(turn.settlement());
  }

  private static Settlement onePiece(Belief belief, Held held, Product product, String reason) {
    Mass one = product.pieceMass().mean();
    Turn turn = new Turn(belief);
    turn.resolve(held, reason);
    Decision.Change change = new Decision.Change(Direction.IN, 1, one);
    Asked asked = new Asked(held.head(), change, List.of(), held.why());
    turn.book(asked, product, 1, reason);
    turn.hold(held, held.mass().plus(one.times(-1)), "the rest of a mass that nothing explains");
    return turn.settlement();
  }

  /**
   * A hold is the shopper's own thing: not billed, and expected to be taken out some time. The mass
   * of what went out is nobody's.
   */
  public Optional<Settlement> personal(Belief belief, int number) {
    return belief
        .findOpen(number)
        .flatMap(open -> open instanceof Held held ? Optional.of(held) : Optional.empty())
        .filter(held -> held.mass().grams() > 0)
        .map(
            held -> {
              Turn turn = new Turn(belief);
              turn.resolve(held, "declared as the shopper's own");
              turn.keep(held);
              return turn.settlement();
            });
  }

  /**
   * The oldest question, unanswered for too long, is read in the shopper's favour: the cheapest
   * that may have gone in, the dearest that may have come out, and nothing in where no scale said
   * so.
   */
  public Optional<Settlement> favour(Belief belief, Basket basket) {
    return belief.open().stream()
        .filter(Asked.class::isInstance)
        .map(Asked.class::cast)
        .findFirst()
        .map(asked -> favour(belief, basket, asked));
  }

  private Settlement favour(Belief belief, Basket basket, Asked asked) {
    boolean in = asked.change().direction() == Direction.IN;
    Comparator<Product> byPrice = Comparator.comparing(Product::price).thenComparing(Product::id);
    String reason = "nobody answered: read in the shopper's favour";
    Optional<Settlement> booked =
        asked.candidates().stream()
            .filter(_ -> !in || asked.change().mass().grams() != 0)
            .flatMap(candidate -> catalogue.find(candidate.product()).stream())
            .filter(product -> !weighsOtherwise(asked, product))
            .sorted(in ? byPrice : byPrice.reversed())
            .flatMap(product -> booked(belief, basket, asked, product, reason).stream())
            .findFirst();
    return booked.orElseGet(
        () -> {
          Turn turn = new Turn(belief);
          turn.resolve(asked, reason);
          return turn.settlement();
        });
  }

  /** Staff settle it on their word; nothing is booked. */
  public Optional<Settlement> staff(Belief belief, int number, String staff, String reason) {
    return belief
        .findOpen(number)
        .map(
            open -> {
              Turn turn = new Turn(belief);
              turn.resolve(open, "%s: %s".formatted(staff, reason));
              return turn.settlement();
            });
  }

  /** The product that a code names; a GTIN is the same with and without leading zeros. */
  public static Optional<Product> find(Catalogue catalogue, Code code) {
    return findDigits(catalogue, code.text())
        .or(() -> code.gtin().flatMap(gtin -> findDigits(catalogue, gtin)))
        .or(() -> catalogue.findByOwnNumber(code.text()));
  }

  private static Optional<Product> findDigits(Catalogue catalogue, String digits) {
    Optional<Product> product = catalogue.findByCode(digits);
    return product.isEmpty() && digits.startsWith("0")
        ? findDigits(catalogue, digits.substring(1))
        : product;
  }

  private static Optional<Asked> asQuestion(Decision open) {
    return switch (open) {
      case Asked asked -> Optional.of(asked);
      case Held held -> {
        Direction direction = held.mass().grams() < 0 ? Direction.OUT : Direction.IN;
        Decision.Change change = new Decision.Change(direction, 1, held.mass());
        yield Optional.of(new Asked(held.head(), change, List.of(), held.why()));
      }
      case Decision.Added _, Decision.Removed _, Decision.Resolved _ -> Optional.empty();
    };
  }

  private static Optional<Settlement> booked(
      Belief belief, Basket basket, Asked asked, Product product, String reason) {
    int pieces = pieces(asked, product);
    if (asked.change().direction() == Direction.OUT && basket.pieces(product.id()) < pieces) {
      return Optional.empty();
    }
    Turn turn = new Turn(belief);
    turn.resolve(asked, reason);
    if (weighsOtherwise(asked, product)) {
      turn.hold(
          asked,
          asked.change().mass(),
          "%s weighs %.0f g, the scale says %.0f g"
              .formatted(
                  product.name(),
                  pieces * product.pieceMass().mean().grams(),
                  Math.abs(asked.change().mass().grams())));
    } else {
      turn.book(asked, product, pieces, reason);
    }
    return Optional.of(turn.settlement());
  }

  /**
   * As many as the question was about; another count only where the scale leaves no doubt of it. A
   * word names a thing, not a count: four apples weigh as much as an apple and a bottle.
   */
  private static int pieces(Asked asked, Product product) {
    int seen = asked.change().pieces();
    double grams = Math.abs(asked.change().mass().grams());
    if (grams == 0 || product.unit() == SaleUnit.KILOGRAM || fits(grams, seen, product)) {
      return seen;
    }
    double mean = product.pieceMass().mean().grams();
    int weighed = (int) Math.max(1, Math.round(grams / mean));
    return NewPack.SIGMAS * spread(weighed, product) < mean / 2 ? weighed : seen;
  }

  /** The scale contradicts: more than five standard deviations. */
  private static boolean weighsOtherwise(Asked asked, Product product) {
    double grams = Math.abs(asked.change().mass().grams());
    return grams != 0
        && product.unit() != SaleUnit.KILOGRAM
        && !fits(grams, pieces(asked, product), product);
  }

  /**
   * As many as the cameras saw weigh so much. A code that is shown while something else is asked
   * about must not settle that because some other number of its pieces would weigh as much.
   */
  private static boolean weighsAsSeen(Asked asked, Product product) {
    double grams = Math.abs(asked.change().mass().grams());
    return grams == 0
        || product.unit() == SaleUnit.KILOGRAM
        || fits(grams, asked.change().pieces(), product);
  }

  private static boolean fits(double grams, int pieces, Product product) {
    double mean = pieces * product.pieceMass().mean().grams();
    return Math.abs(grams - mean) <= NewPack.SIGMAS * spread(pieces, product);
  }

  private static boolean weighsMore(Held held, Product product) {
    double most = product.pieceMass().mean().grams() + NewPack.SIGMAS * spread(1, product);
    return product.unit() == SaleUnit.PIECE && held.mass().grams() > most;
  }

  private static double spread(int pieces, Product product) {
    return Math.sqrt(4 + pieces * product.pieceMass().varianceGrams2());
  }

  /** The decisions of one answer. */
  private static final class Turn {
    private Belief belief;
    private final List<Decision> decisions = new ArrayList<>();

    Turn(Belief belief) {
      this.belief = belief;
    }

    private Head head(Decision of) {
      int number = belief.counts().decisions() + 1;
      return new Head(number, of.episode(), of.timestampNanos());
    }

    void resolve(Decision settled, String reason) {
      decide(new Decision.Resolved(head(settled), settled.number(), Why.certain(reason)));
      belief = belief.without(settled.number());
    }

    void hold(Decision of, Mass mass, String reason) {
      Held held = new Held(head(of), mass, Why.certain(reason));
      decide(held);
      belief = belief.opened(held);
    }

    void keep(Held held) {
      List<Held> personal = new ArrayList<>(belief.personal());
      personal.add(held);
      belief = belief.with(belief.open(), personal);
    }

    void book(Asked asked, Product product, int pieces, String reason) {
      Mass measured = asked.change().mass();
      boolean in = asked.change().direction() == Direction.IN;
      Mass mass =
          measured.grams() != 0
              ? measured
              : product.pieceMass().mean().times(in ? pieces : -pieces);
      Why why = Why.certain(reason);
      decide(
          in
              ? new Decision.Added(head(asked), product.id(), pieces, mass, why)
              : new Decision.Removed(head(asked), product.id(), pieces, mass, why));
    }

    private void decide(Decision decision) {
      decisions.add(decision);
      belief = belief.counted(new Belief.Counts(decision.number(), belief.counts().episodes()));
    }

    Settlement settlement() {
      return new Settlement(belief, decisions, List.of());
    }
  }
}
