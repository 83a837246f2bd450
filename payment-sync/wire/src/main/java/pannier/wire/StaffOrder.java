package pannier.wire;

/**
 * What a member of staff wants a cart to do. It stands until the cart says that it is done; a cart
 * does it once, and only in the trip that it was meant for.
 *
 * @param tripId {@link #NO_TRIP} where the order is {@linkplain Kind#isForFreeCart() for a free
 *     cart}
 * @param id grows from order to order
 * @param number with {@link Kind#RESOLVE}, the question or hold, 0: what staff were called for;
 *     with {@link Kind#IDENTIFY} and {@link Kind#NEW_PACK}, the question or hold; with {@link
 *     Kind#AGE}, the years that the shopper has; with {@link Kind#SPOT_CHECK}, {@link #WHOLE} or
 *     {@link #WRONG_LINE}; otherwise 0
 * @param word who says so, and why; with {@link Kind#IDENTIFY} and {@link Kind#NEW_PACK}, the
 *     product's id
 */
public record StaffOrder(long id, String tripId, Kind kind, int number, Word word) {
  /** Stands for the trip of a cart that is free. */
  public static final String NO_TRIP = "-";

  /** A spot check of all that lies in the basket. */
  public static final int WHOLE = 0;

  /** A look at what the shopper calls wrong, and at nothing else. */
  public static final int WRONG_LINE = 1;

  public StaffOrder {
    Limits.range("id", id, 1, Long.MAX_VALUE);
    Limits.text("trip", tripId, Limits.LONGEST_ID);
    Limits.range("number", number, 0, Integer.MAX_VALUE);
  }

  /** What is to be done. */
  public enum Kind {
    /** A question or hold is settled on staff's word, or they have seen to what they came for. */
    RESOLVE("resolve"),
    /** A question or hold is the product that the reason names, as far as its weight agrees. */
    IDENTIFY("identify"),
    /** The same, and it weighs what the scale says: the maker changed the pack. */
    NEW_PACK("new-pack"),
    /** The trip ends without payment. */
    CLOSE("close"),
    /** The shopper is old enough. */
    AGE("age"),
    /** The shopper is not, or may not buy it: what has an age limit must come out. */
    AGE_DENIED("age-denied"),
    /** The gate says so, not staff: the card that the trip began with was refused. */
    CARD_REFUSED("card-refused"),
    /** Staff want to see what the cart saw of each line, or of what the shopper calls wrong. */
    SPOT_CHECK("spot-check"),
    /** Staff come to work at a free cart: it is for no trip. */
    WORKSHOP("workshop"),
    /** A trip begins at a free cart, without a phone. */
    START("start"),
    /** A free cart is out of use. */
    STOP("stop"),
    /** And in use again. */
    RETURN("return");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** Its name on the wire. */
    public String code() {
      return code;
    }

    /** Whether it is for a cart that nobody shops with. */
    public boolean isForFreeCart() {
      return switch (this) {
        case WORKSHOP, START, STOP, RETURN -> true;
        case RESOLVE, IDENTIFY, NEW_PACK, CLOSE, AGE, AGE_DENIED, CARD_REFUSED, SPOT_CHECK -> false;
      };
    }
  }

  /** Who says so, and why. */
  public record Word(String staff, String reason) {
    public Word {
      Limits.text("staff", staff, Limits.LONGEST_ID);
      Limits.text("reason", reason, Limits.LONGEST_TEXT);
    }
  }
}
