package pannier.simulator.shopper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import pannier.domain.catalogue.ProductId;
import pannier.simulator.body.Turned;
import pannier.simulator.fault.Fault;
import pannier.simulator.fault.Span;
import pannier.simulator.hand.Grip;
import pannier.simulator.hand.Style;
import pannier.simulator.ride.Floor;
import pannier.simulator.ride.Ride;
import pannier.simulator.scale.Spot;
import pannier.simulator.shop.Article;
import pannier.simulator.world.SimulatedWorld;

/** What a shopper's hands do, honestly or not; each deed says when the hands are free again. */
final class Hands {
  static final long SECOND = 1_000_000_000L;
  private static final Spot RIM = new Spot(0.5, 1.1);

  /** From a shop at 19 °C into a store at 2 °C. */
  private static final double COLD_STORE_KELVIN = -17;

  /** Beyond the 5 % (2.9°) to which the scale corrects. */
  private static final double STEEP_DEGREES = 5;

  private final SimulatedWorld world;
  private final RandomGenerator random;
  private final List<ProductId> inside = new ArrayList<>();

  Hands(SimulatedWorld world, RandomGenerator random) {
    this.world = world;
    this.random = random;
  }

  boolean emptyBasket() {
    return inside.isEmpty();
  }

  long put(ProductId product, long overRim) {
    world.put(product, style(), overRim);
    inside.add(product);
    return overRim + 2 * SECOND;
  }

  /** The same after having held it over the rim for one to four seconds. */
  long putAfterThought(ProductId product, long overRim) {
    double thought = 1 + 3 * random.nextDouble();
    long goesOn = overRim + Math.round(thought * 1e9);
    world.put(product, style(), goesOn, thought);
    inside.add(product);
    return goesOn + 2 * SECOND;
  }

  /** Held over the basket, looked at, and back on the shelf. */
  long look(ProductId product, long overRim) {
    return world.show(product, style(), overRim, 1 + 2 * random.nextDouble()) + SECOND;
  }

  /** A bag of their own goes in. */
  long putBag(long overRim) {
    return world.putOwn(Belongings.bag(), style(), overRim) + 2 * SECOND;
  }

  /** One in each hand, a quarter of a second apart at most. */
  long putPair(ProductId left, ProductId right, long overRim) {
    world.put(left, handed(Grip.Way.LEFT), overRim);
    world.put(right, handed(Grip.Way.RIGHT), overRim + within(0.25));
    inside.add(left);
    inside.add(right);
    return overRim + 2 * SECOND;
  }

  /** Something is taken out again. */
  long regret(long overRim) {
    return take(inside.get(random.nextInt(inside.size())), overRim);
  }

  long take(ProductId product, long overRim) {
    inside.remove(product);
    world.take(product, style(), overRim);
    return overRim + SECOND;
  }

  /** Out and, six seconds later, in again, for the cart to look once more. */
  long again(ProductId product, long overRim) {
    take(product, overRim);
    return put(product, overRim + 6 * SECOND);
  }

  /** Does a trick with a product. */
  long trick(Trick trick, ProductId product, long overRim) {
    return switch (trick) {
      case ROLLING -> {
        long from = overRim - SECOND;
        world.move(new Ride.Rolling(from, from + 4 * SECOND, Floor.COBBLES, 0.7));
        yield put(product, overRim) + 2 * SECOND;
      }
      case SHOWN -> put(product, look(product, overRim) + SECOND);
      case PHONE -> {
        world.putOwn(Belongings.phone(), style(), overRim);
        yield put(product, overRim + 3 * SECOND);
      }
      case HIDDEN, CALLED_OWN, BATTERY_OUT, EMPTY_HANDED, REFUSED -> {
        world.hide(product, style(), overRim);
        yield overRim + 2 * SECOND;
      }
      case BEHIND -> {
        world.hide(product, style(), overRim + within(0.2));
        yield put(product, overRim);
      }
      case QUICK -> {
        put(product, overRim);
        take(product, overRim + 3 * SECOND + within(0.5));
        yield put(product, overRim + 6 * SECOND);
      }
      case SWAPPED -> {
        if (!emptyBasket()) {
          regret(overRim);
        }
        yield put(product, overRim + within(0.3));
      }
      case COVERED -> {
        cover(random.nextInt(world.cameras().size()), overRim);
        yield put(product, overRim) + SECOND;
      }
      case LIFTED -> {
        double grams = -0.8 * Math.max(200, world.contentGrams());
        world.lean(Spot.CENTRE, grams, overRim - SECOND, overRim + 3 * SECOND);
        yield put(product, overRim) + 2 * SECOND;
      }
      case LEANING -> {
        world.lean(RIM, 3000, overRim - SECOND, overRim + 3 * SECOND);
        yield put(product, overRim) + 2 * SECOND;
      }
      case CHILD -> {
        child(overRim);
        yield put(product, overRim) + 6 * SECOND;
      }
      case LEAKING -> {
        world.leak(Spot.CENTRE, 4, overRim, overRim + 8 * SECOND);
        long free = put(product, overRim);
        yield emptyBasket() ? free : regret(free + 2 * SECOND);
      }
      case UNSEEN_OUT -> {
        if (emptyBasket()) {
          yield put(product, overRim);
        }
        for (int camera = 0; camera < world.cameras().size(); camera++) {
          cover(camera, overRim);
        }
        yield regret(overRim) + SECOND;
      }
      case COLD_STORE -> {
        world.air(COLD_STORE_KELVIN, overRim - 2 * SECOND);
        world.hide(lightest(), style(), overRim);
        yield overRim + 2 * SECOND;
      }
      case LOOSE -> {
        world.move(new Ride.Ramp(overRim - 2 * SECOND, overRim + 5 * SECOND, STEEP_DEGREES));
        ProductId loose = loose().orElse(product);
        world.hide(loose, style(), overRim + within(0.2));
        yield put(loose, overRim) + 4 * SECOND;
      }
      case HANDED_ON -> {
        put(product, overRim);
        yield take(product, overRim + 3 * SECOND + within(0.5));
      }
      case ONE_EYED -> {
        cover(random.nextInt(world.cameras().size()), overRim);
        yield putPair(product, product, overRim) + SECOND;
      }
      case WRONG_CODE, LYING, AFTER_PAY, DISPUTED -> put(product, overRim);
    };
  }

  /** From two seconds before until two after. */
  private void cover(int camera, long overRim) {
    Span span = new Span(overRim - 2 * SECOND, overRim + 2 * SECOND);
    world.fail(new Fault.Camera(span, camera, Fault.Picture.COVERED));
  }

  /** What the shop sells by the piece from a heap, some sort of it; empty: it sells none. */
  private Optional<ProductId> loose() {
    List<ProductId> heap =
        world.spec().articles().stream()
            .filter(
                each -> each.body() instanceof Turned turned && turned.kind() == Turned.Kind.FRUIT)
            .map(Article::id)
            .toList();
    return heap.isEmpty() ? Optional.empty() : Optional.of(heap.get(random.nextInt(heap.size())));
  }

  private ProductId lightest() {
    return world.spec().articles().stream()
        .map(Article::product)
        .min(Comparator.comparingDouble(each -> each.pieceMass().mean().grams()))
        .orElseThrow()
        .id();
  }

  /** Fourteen kilograms that shift their weight, from before it goes in until after. */
  private void child(long overRim) {
    world.lean(Spot.CENTRE, 11_000, overRim - SECOND, overRim + 5 * SECOND);
    for (long at = overRim - SECOND; at < overRim + 5 * SECOND; at += SECOND) {
      Spot foot = new Spot(random.nextDouble(), random.nextDouble());
      world.lean(foot, 2000 + 2000 * random.nextDouble(), at, at + SECOND);
    }
  }

  private long within(double seconds) {
    return Math.round(seconds * 1e9 * random.nextDouble());
  }

  private Style style() {
    return Style.some(random);
  }

  private Style handed(Grip.Way way) {
    Style some = Style.some(random);
    return new Style(
        new Grip.Hold(way, some.hold().reachMetres()),
        some.yawRadians(),
        some.tipRadians(),
        some.leanRadians(),
        some.pace());
  }
}
