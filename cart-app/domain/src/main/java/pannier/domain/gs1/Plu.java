package pannier.domain.gs1;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A price look-up number of loose produce, as typed by hand from its sticker (International
 * Federation for Produce Standards): 3000 to 4999, with a 9 before it when organically grown, or an
 * 8, once meant for modified plants and later for more numbers.
 *
 * @param digits four or five
 */
public record Plu(String digits) {
  private static final Pattern FORM = Pattern.compile("[89]?[34][0-9]{3}");

  public Plu {
    if (!FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no PLU; one is 3000 to 4999, or 9 and those".formatted(digits));
    }
  }

  /** From what somebody typed, with spaces around or not. */
  public static Optional<Plu> parse(String typed) {
    String digits = typed.strip();
    return FORM.matcher(digits).matches() ? Optional.of(new Plu(digits)) : Optional.empty();
  }

  public boolean isOrganic() {
    return digits.length() == 5 && digits.startsWith("9");
  }
}
