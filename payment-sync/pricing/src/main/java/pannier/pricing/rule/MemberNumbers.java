package pannier.pricing.rule;

import java.util.List;
import java.util.regex.Pattern;
import pannier.domain.gs1.CheckDigit;
import pannier.domain.money.CardNumbers;

/**
 * Which numbers are those of the store's loyalty programme. A store that says nothing takes any: it
 * cannot tell a member from whoever types.
 *
 * @param forms a number is a member's if it has one of them; none: any number is
 */
public record MemberNumbers(List<Form> forms) {
  public static final MemberNumbers ANY = new MemberNumbers(List.of());

  public MemberNumbers {
    forms = List.copyOf(forms);
  }

  /** Whether a number may be a member's; nothing is no number. */
  public boolean take(String number) {
    return !number.isEmpty()
        && (forms.isEmpty() || forms.stream().anyMatch(form -> form.fits(number)));
  }

  /**
   * How such numbers look.
   *
   * @param begins the digits that all begin with; may be empty
   * @param digits how many in all, 4 to 24
   * @param check how the last one checks the others
   */
  public record Form(String begins, int digits, Check check) {
    /** As the longest that a shopper types, and the shortest that tells members apart. */
    public static final int LEAST = 4;

    public static final int MOST = 24;

    private static final Pattern DIGITS = Pattern.compile("[0-9]*");

    public Form {
      if (!DIGITS.matcher(begins).matches() || digits < LEAST || digits > MOST) {
        throw new IllegalArgumentException("'%s' of %d digits".formatted(begins, digits));
      }
      if (begins.length() >= digits) {
        throw new IllegalArgumentException("'%s' is the whole number".formatted(begins));
      }
    }

    boolean fits(String number) {
      return number.length() == digits
          && number.startsWith(begins)
          && DIGITS.matcher(number).matches()
          && switch (check) {
            case GS1 -> CheckDigit.isRight(number);
            case LUHN -> CardNumbers.luhn(number);
            case NONE -> true;
          };
    }
  }

  /** How a number's last digit checks the others. */
  public enum Check {
    /** As in a GTIN or a Global Service Relation Number (GS1 General Specifications, 7.9.1). */
    GS1,
    /** ISO/IEC 7812-1, annex B. */
    LUHN,
    NONE
  }
}
