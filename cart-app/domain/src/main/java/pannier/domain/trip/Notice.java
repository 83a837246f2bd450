package pannier.domain.trip;

/**
 * What the cart tells its shopper. Screens have words of their own for each kind, in each language;
 * the English ones here are for a terminal and for whoever reads a replay.
 *
 * @param about what it names, such as a product; empty where it names nothing
 */
public record Notice(Kind kind, String about) {
  /** Kinds of notices. */
  public enum Kind {
    NOT_CLEAR("Before you pay: something in the basket is not clear yet."),
    PAY_FIRST("Please press Pay first."),
    CHANGED("The basket changed: please pay again."),
    HURRY("Please answer, or ask for more time."),
    UNDER_WAY("A trip is under way."),
    TRIP_OVER("This trip is over. Please start a new one."),
    NOT_EMPTY("Please empty the basket, or declare what lies in it."),
    DOES_NOT_FIT("That does not fit what the scale and the basket say."),
    TAKE_OUT("Take it out, show its code, or call staff."),
    NO_CODE("Nothing open fits this code."),
    NOT_OWN("Only something that went in unexplained can be your own."),
    AGE_CHECK("A member of staff comes to check your age. You can go on shopping."),
    MUST_GO("Please take out: %s."),
    CARD_REFUSED("The card is refused: please choose another way to pay."),
    TOO_LATE("The payment is under way and cannot be changed now."),
    NOT_PAID("Not paid: %s"),
    SPOT_CHECK("A member of staff takes a quick look at your basket. Then you pay."),
    ONE_MOMENT("One moment, please."),
    CODE_SPENT("This code was used before. Please make a new one on your phone."),
    CODE_LATE("This code is too old. Please make a new one on your phone."),
    CODE_ELSEWHERE("This code is for another cart. Please make a new one on your phone."),
    CODE_UNKNOWN("This code is not known here. Please make a new one on your phone."),
    NO_ANSWER("The store does not answer just now. You can start without a code."),
    NO_PRODUCT("No product of this shop has this code."),
    WEIGH_IT("%s is sold by its mass: please put it into the basket."),
    WEIGH_STILL("Please let the cart stand still: %s is weighed then."),
    WEIGH_LEVEL("Please roll the cart onto level floor: %s is weighed there."),
    WEIGH_BLIND("%s cannot be weighed just now: the cart does not feel whether it stands still."),
    WEIGH_MORE(
        "%s is too light for this scale: put in more of it at once, or have it weighed at the"
            + " counter."),
    WEIGH_AGAIN(
        "%s could not be weighed: take it out, let the cart stand still, and put it in again."),
    ENOUGH_BELOW("So many cannot lie below the basket. Please ask staff."),
    CART_BARRED("This cart cannot be used just now. Please take another one."),
    SHOW_AGAIN("The store is busy. Please show the code again in a moment.");

    private final String english;

    Kind(String english) {
      this.english = english;
    }
  }

  /** One that names nothing. */
  public static Notice of(Kind kind) {
    return new Notice(kind, "");
  }

  /** In English. */
  public String text() {
    return kind.english.formatted(about);
  }
}
