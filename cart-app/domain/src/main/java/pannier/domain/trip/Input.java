package pannier.domain.trip;

import java.util.List;
import pannier.domain.basket.Content;
import pannier.domain.basket.Wallet;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Code;
import pannier.domain.money.CardNumbers;

/**
 * What a person or the gate did. What is not a legal move just now is ignored, or said on screen.
 */
public sealed interface Input {
  /**
   * A trip starts. Refused when something else than {@code inBasket} lies in the basket, unless it
   * is declared.
   *
   * @param tripId unique for ever
   * @param inBasket shop's products that already lie in the basket and are to be paid
   * @param personalItems whatever else lies in the basket is the shopper's own: billed at nothing,
   *     flagged with its mass
   */
  record Start(String tripId, List<Content> inBasket, boolean personalItems) implements Input {
    public Start {
      inBasket = List.copyOf(inBasket);
    }

    /** With an empty basket. */
    public Start(String tripId) {
      this(tripId, List.of(), false);
    }
  }

  /** The shopper says what the question or hold with decision number {@code asked} was about. */
  record Answer(int asked, ProductId product) implements Input {}

  /** The shopper says that the question or hold {@code asked} was none of the shop's products. */
  record AnswerNothing(int asked) implements Input {}

  /** The shopper says that the hold {@code held} is their own bag, coat or umbrella. */
  record Personal(int held) implements Input {}

  /** One more piece of what this code names lies below the basket, where nothing sees it. */
  record Below(Code code) implements Input {}

  /** One piece less of it lies below the basket. */
  record NotBelow(ProductId product) implements Input {}

  /** The shopper says "that's wrong" on a line: staff look. */
  record Dispute(ProductId product) implements Input {}

  /** The shopper wants more time for an open question after <em>Pay</em>. */
  record MoreTime() implements Input {}

  /** A code was shown to a camera or scanner on purpose, not on a thing crossing the rim. */
  record CodeShown(Code code) implements Input {}

  /** The shopper wants help. */
  record CallStaff() implements Input {}

  /**
   * Staff settle the question or hold {@code open} on their word, or, with 0, say that they have
   * seen to what they were called for.
   */
  record StaffResolves(int open, String staff, String reason) implements Input {
    public StaffResolves {
      staff = CardNumbers.masked(staff);
      reason = CardNumbers.masked(reason);
    }
  }

  /**
   * Staff have looked: the question or hold {@code open} is this product. It is billed as far as
   * its weight agrees; what is left over stays held.
   *
   * @param asWeighed its mass is what the scale says, although the catalogue says otherwise: the
   *     maker changed the pack
   */
  record StaffIdentifies(int open, ProductId product, String staff, boolean asWeighed)
      implements Input {
    /** As far as its weight agrees. */
    public StaffIdentifies(int open, ProductId product, String staff) {
      this(open, product, staff, false);
    }
  }

  /**
   * A member of staff saw that the shopper is old enough for what lies in the basket.
   *
   * @param staff by name
   * @param years the age that was checked
   */
  record AgeApproved(String staff, int years) implements Input {
    public AgeApproved {
      staff = CardNumbers.masked(staff);
    }
  }

  /** Staff will not let the shopper buy what has an age limit; it must come out of the basket. */
  record AgeDenied(String staff, String reason) implements Input {
    public AgeDenied {
      staff = CardNumbers.masked(staff);
      reason = CardNumbers.masked(reason);
    }
  }

  /** How the shopper will pay, with coupons and loyalty number; replaces what was chosen before. */
  record PayWith(Wallet wallet) implements Input {}

  /** The shop's day, as its gate or the cart's clock has it; said when it changes. */
  record Today(long epochDay) implements Input {}

  /**
   * The gate's price list is here.
   *
   * @param sha256 of its bytes, hexadecimal
   */
  record PriceList(String sha256) implements Input {}

  /**
   * The gate took the code that a shopper's phone showed.
   *
   * @param tripId of the trip that begins with it
   * @param member number of the store's loyalty programme; empty: none
   */
  record LoggedIn(String tripId, String member) implements Input {}

  /**
   * The gate did not take the code that a shopper's phone showed.
   *
   * @param reason a short code, such as {@code code-late}
   */
  record LoginRefused(String reason) implements Input {}

  /**
   * Trips that the cart has sent bills of before it was switched on, oldest first: none of them
   * begins again.
   */
  record TripsBefore(List<String> tripIds) implements Input {
    public TripsBefore {
      tripIds = List.copyOf(tripIds);
    }
  }

  /**
   * A device beside scale and cameras failed, or is well again.
   *
   * @param device {@code battery}, {@code motion sensor}, …
   * @param trouble one line for staff; empty: it is well
   */
  record Equipment(String device, String trouble) implements Input {}

  /** <em>Pay</em>: freeze the bill, as soon as the evidence has settled. */
  record Pay() implements Input {}

  /** The gate could not reserve the card that the trip began with. */
  record CardRefused(String reason) implements Input {}

  /**
   * Back to shopping from the review or from a declined payment: the bill is void. While it is
   * being paid it is withdrawn, and the gate's answer decides.
   */
  record Back() implements Input {}

  /** At the gate: settle the frozen bill. Said again, it sends the same bill again. */
  record Exit() implements Input {}

  /** The gate took payment for {@code attempt}. */
  record GateSettled(int attempt, String receiptId) implements Input {}

  /** The gate refused {@code attempt}. */
  record GateDeclined(int attempt, String reason) implements Input {}

  /** The gate drew {@code attempt} for a spot check: it is paid once staff have looked. */
  record CheckAwaited(int attempt) implements Input {}

  /** The receipt was seen: the cart is free for the next trip. */
  record Done() implements Input {}

  /** Staff close a trip without payment. */
  record Close(String staff, String reason) implements Input {
    public Close {
      staff = CardNumbers.masked(staff);
      reason = CardNumbers.masked(reason);
    }
  }

  /** A recording ended: settle all pending evidence now, for nothing more will come. */
  record RecordEnded() implements Input {}
}
