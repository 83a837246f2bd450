package pannier.pricing.tender;

import java.util.Arrays;
import java.util.Optional;

/** Means of payment. */
public enum TenderKind {
  /** Food benefits on an EBT card. */
  SNAP("snap"),
  /** Cash benefits on an EBT card; they pay what cash pays. */
  EBT_CASH("ebt_cash"),
  GIFT("gift"),
  /** Store credit. */
  CREDIT("credit"),
  CARD("card"),
  CASH("cash");

  private final String word;

  TenderKind(String word) {
    this.word = word;
  }

  /** Its name in files and messages. */
  public String word() {
    return word;
  }

  public static Optional<TenderKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
