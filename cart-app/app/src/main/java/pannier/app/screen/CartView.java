package pannier.app.screen;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pannier.app.workshop.Bench;

/**
 * All that the shopper's screen shows, as data. Texts are keys where they are ours, so that each
 * screen speaks its own language; amounts are minor units.
 *
 * @param stage where the trip stands
 * @param reason why, as a key of the texts; empty where there is nothing to say
 * @param open questions and holds, oldest first
 * @param recent what went in and came out, newest first
 * @param receipt once the trip is paid
 * @param bench while staff work at the cart
 */
record CartView(
    Stage stage,
    String reason,
    Goods goods,
    List<Matter> open,
    List<Happening> recent,
    Cues cues,
    @Nullable Paper receipt,
    @Nullable Bench bench) {

  /** Which page is shown. */
  enum Stage {
    WELCOME,
    /** Staff work at it. */
    WORKSHOP,
    SHOPPING,
    REVIEW,
    PAYING,
    PAID,
    DECLINED
  }

  /**
   * What would be paid.
   *
   * @param sums what it comes to
   * @param personalGrams the shopper's own things, each one's mass
   * @param newPrices the store changed its prices during the trip, and that changes what is paid
   */
  record Goods(
      String currency,
      List<Line> lines,
      Sums sums,
      List<Long> personalGrams,
      Payment payment,
      boolean newPrices) {}

  /**
   * How it is, or would be, paid.
   *
   * @param ways in the shopper's order
   * @param dueMinor what they do not cover
   * @param code to say at a staffed till; empty: nothing is paid there
   * @param partial what there was on a tender that did not pay; null where that was not the reason
   */
  record Payment(
      List<Way> ways, List<Kind> kinds, long dueMinor, String code, @Nullable Partial partial) {}

  record Partial(String kind, long amountMinor) {}

  /**
   * @param amountMinor that it pays
   * @param mostMinor that it shall pay at most; null: what is left
   * @param percent of the rest that it pays; 0: no share
   * @param products that it pays, as ids; none: any
   */
  record Way(
      String kind,
      long amountMinor,
      @Nullable Long mostMinor,
      long percent,
      List<String> products) {}

  /**
   * @param number whether the shopper is asked for one
   */
  record Kind(String kind, boolean number) {}

  /**
   * @param savedMinor what promotions take off
   * @param taxOnTopMinor 0 where prices contain the tax
   * @param benefitsMinor what food benefits may pay; 0 where the shop takes none
   */
  record Sums(
      long totalMinor,
      long savedMinor,
      long depositsMinor,
      long taxOnTopMinor,
      long benefitsMinor) {}

  /**
   * @param massGrams of what is sold by the kilogram; null otherwise
   * @param netMinor what is paid for it, without a deposit
   * @param below it lies on the lower shelf, by the shopper's word
   */
  record Line(
      Item item,
      int pieces,
      @Nullable Long massGrams,
      long netMinor,
      long savedMinor,
      boolean below) {}

  /**
   * A product as it stands on the shelf.
   *
   * @param perKilogram what the price is for; a piece otherwise
   * @param picture whether there is one
   * @param tareGrams of its packaging, a piece; what the scale says is charged without it
   */
  record Item(
      String id,
      String name,
      long priceMinor,
      boolean perKilogram,
      boolean picture,
      double tareGrams) {
    /** At another price for the same unit. */
    Item at(long otherMinor) {
      return new Item(id, name, otherMinor, perKilogram, picture, tareGrams);
    }
  }

  /**
   * Something that the shopper is asked, or that is held.
   *
   * @param held nothing explains it; otherwise it is a question
   * @param in it went in; otherwise it came out
   * @param massGrams without a sign; 0 where no scale measured it
   * @param choices likeliest first
   */
  record Matter(
      int number, boolean held, boolean in, int pieces, long massGrams, List<Item> choices) {}

  /**
   * @param number of the decision, which grows
   * @param in it went in; otherwise it came out
   */
  record Happening(int number, boolean in, Item item, int pieces, long amountMinor) {}

  /**
   * What else the shopper should notice.
   *
   * @param doubts sensors that cannot be trusted
   * @param liveGrams what the scale feels more (or less) than before, while it moves; null at rest
   * @param payWaits <em>Pay</em> was pressed and waits
   * @param staff they were called
   * @param looking the camera looks for codes of things below the basket
   */
  record Cues(
      List<Doubt> doubts,
      @Nullable Long liveGrams,
      boolean payWaits,
      boolean staff,
      @Nullable Sound sound,
      @Nullable Said said,
      boolean looking) {}

  /**
   * @param device {@code camera} or {@code scale}
   * @param number of the camera, from 1
   * @param reason a key of the texts
   */
  record Doubt(String device, int number, String reason) {}

  /** A sound, played once by who has not heard its id. */
  record Sound(long id, String tone) {}

  /**
   * A sentence of the cart's.
   *
   * @param key of the texts
   * @param name of what it is about; may be empty
   */
  record Said(long id, String key, String name) {}

  /**
   * A receipt: the gate's word.
   *
   * @param code whether there is a code for phones
   * @param notes the gate's remarks, as keys of the texts
   */
  record Paper(
      String id,
      String at,
      List<PaperLine> lines,
      List<Tax> taxes,
      List<Tender> tenders,
      Sum sum,
      boolean code,
      List<String> notes) {}

  record PaperLine(
      String product,
      String name,
      int pieces,
      @Nullable Long massGrams,
      long netMinor,
      long savedMinor,
      Reasons reasons) {}

  /**
   * Why a line costs what it does.
   *
   * @param depositMinor for all its pieces, beside its net
   * @param benefitsMinor what food benefits paid of its net and its deposit
   * @param untaxed tax would have been due on what they paid
   * @param lower of two prices for a piece or a kilogram; null where cart and gate had the same
   */
  record Reasons(long depositMinor, long benefitsMinor, boolean untaxed, @Nullable Lower lower) {}

  record Lower(long shelfMinor, long gateMinor) {}

  /**
   * @param percent such as 8.25
   */
  record Tax(String percent, long taxMinor) {}

  record Tender(String kind, long amountMinor) {}

  /**
   * @param taxIncluded in the lines' prices; otherwise it came on top
   */
  record Sum(long totalMinor, long depositsMinor, boolean taxIncluded) {}
}
