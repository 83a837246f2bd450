package pannier.simulator.shopper;

/** Ways to fool a cart that its adversaries try; the numbers are rows of the project's list. */
public enum Trick {
  /** Row 1: the cheapest product's code is shown for whatever is held. */
  WRONG_CODE(1),
  /** Row 2: goes in hidden. */
  HIDDEN(2),
  /** Row 3: goes in behind something else. */
  BEHIND(3),
  /** Row 4: in, out, in again quickly. */
  QUICK(4),
  /** Row 5: one out and another in in one move. */
  SWAPPED(5),
  /** Row 6: a camera is covered meanwhile. */
  COVERED(6),
  /** Row 7: the basket is lifted meanwhile. */
  LIFTED(7),
  /** Row 8: somebody leans on the rim meanwhile. */
  LEANING(8),
  /** Row 10: a product goes in hidden and is called one's own. */
  CALLED_OWN(10),
  /** Row 12: goes in while the cart rolls over cobbles. */
  ROLLING(12),
  /** Row 16: a cheaper answer. */
  LYING(16),
  /** Row 25: goes in after <em>Pay</em>. */
  AFTER_PAY(25),
  /** Row 34: one piece is shown and put back, another one of something else goes in at once. */
  SHOWN(34),
  /** Row 35: a telephone goes in beside it. */
  PHONE(35),
  /** Row 9: a child climbs onto the basket and down again, and meanwhile it goes in. */
  CHILD(9),
  /** Row 14: a bag leaks, and what it loses hides that something light goes out. */
  LEAKING(14),
  /** Row 15: something comes out while no camera sees. */
  UNSEEN_OUT(15),
  /** Row 13: something light goes in hidden in the cold store, where the cells drift. */
  COLD_STORE(13),
  /** Row 17: on a slope, two pieces of loose produce in a bag of which only the front one shows. */
  LOOSE(17),
  /** Row 26: a means of payment that is refused, then something goes in, then a good one. */
  REFUSED(26),
  /** Row 19: goes in and out again at once, into another shopper's hands. */
  HANDED_ON(19),
  /** Row 22: goes in hidden, while somebody pulls the battery out now and then. */
  BATTERY_OUT(22),
  /** Row 28: nothing is bought, but something goes in hidden before the empty basket is paid. */
  EMPTY_HANDED(28),
  /** Row 32: two pieces go in together before one camera; the other one is covered. */
  ONE_EYED(32),
  /** Row 33: a line that may well be right is called wrong before it is to be paid. */
  DISPUTED(33);

  private final int row;

  Trick(int row) {
    this.row = row;
  }

  /** Its row in the list of how carts get fooled. */
  public int row() {
    return row;
  }
}
