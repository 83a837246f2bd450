package pannier.gate.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a day cost the shop, as far as its books know, and how often what carts billed was checked.
 *
 * @param uncollectedMinor let out on the gate's own word, and the card then did not pay
 * @param refundedMinor given back
 * @param endedMinor baskets of trips that staff ended without payment, as they stood then
 * @param wavedMinor baskets in which staff settled by their word what nothing explained
 * @param checks what looking found
 */
record Losses(
    long uncollectedMinor, long refundedMinor, long endedMinor, long wavedMinor, Checks checks) {
  /**
   * What looking found.
   *
   * @param checks baskets that staff looked through
   * @param wrong of those, where something was not as billed
   * @param granted disputes in which the shopper was right
   * @param refused disputes in which the bill was right
   */
  record Checks(int checks, int wrong, int granted, int refused) {}

  private static final Pattern VALUE = Pattern.compile("value ([0-9]{1,15})$");

  /** How the log says what an order was worth. */
  static String value(long minor) {
    return "value " + minor;
  }

  /**
   * @param accountsMinor what was posted, debits less credits, by account
   * @param refundedMinor promised back to shoppers
   * @param deeds what staff did
   */
  static Losses of(
      Map<String, Long> accountsMinor, long refundedMinor, List<StaffLog.Entry> deeds) {
    return new Losses(
        accountsMinor.entrySet().stream()
            .filter(it -> it.getKey().startsWith("uncollected/"))
            .mapToLong(Map.Entry::getValue)
            .sum(),
        refundedMinor,
        worth(deeds, "order-close"),
        worth(deeds, "order-resolve"),
        new Checks(
            count(deeds, "check-right") + count(deeds, "check-wrong"),
            count(deeds, "check-wrong"),
            count(deeds, "dispute-granted"),
            count(deeds, "dispute-refused")));
  }

  private static int count(List<StaffLog.Entry> deeds, String deed) {
    return (int) deeds.stream().filter(it -> it.deed().deed().equals(deed)).count();
  }

  private static long worth(List<StaffLog.Entry> deeds, String deed) {
    return deeds.stream()
        .filter(it -> it.deed().deed().equals(deed))
        .mapToLong(it -> worth(it.deed().about()).orElse(0L))
        .sum();
  }

  private static Optional<Long> worth(String about) {
    Matcher value = VALUE.matcher(about);
    return value.find() ? Optional.of(Long.valueOf(value.group(1))) : Optional.empty();
  }
}
