package pannier.domain.gs1;

/** The check digit of GS1 keys (GS1 General Specifications, section 7.9.1). */
public final class CheckDigit {
  private CheckDigit() {}

  /** True when all are digits and the last is the check digit of those before it. */
  public static boolean isRight(String digits) {
    return digits.length() >= 2
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && sum(digits) % 10 == 0;
  }

  /** The check digit that belongs behind these digits. */
  public static int of(String digits) {
    return (10 - sum(digits + "0") % 10) % 10;
  }

  private static int sum(String digits) {
    int sum = 0;
    for (int i = digits.length() - 1, weight = 1; i >= 0; i--, weight = 4 - weight) {
      sum += weight * (digits.charAt(i) - '0');
    }
    return sum;
  }
}
