package pannier.app.screen;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pannier.app.screen.CartView.Partial;
import pannier.domain.trip.Call;
import pannier.domain.trip.Ending;
import pannier.domain.trip.Notice;
import pannier.wire.Declined;
import pannier.wire.ProblemKind;

/** Which of the page's texts says what the heart says. */
final class Sentences {
  private static final Pattern PARTIAL = Pattern.compile("partial-([a-z_]+)-([0-9]{1,15})");

  private Sentences() {}

  /** A constant's name as the texts have it: {@code NOT_CLEAR} is {@code notClear}. */
  static String said(Notice.Kind kind) {
    String[] words = kind.name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder key = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      key.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return key.toString();
  }

  /** Why a trip did not start, or how the last one ended. */
  static String idle(Ending ending) {
    return switch (ending) {
      case Ending.Quiet _, Ending.Over _ -> "";
      case Ending.NotEmpty _ -> "notEmpty";
      case Ending.Closed _ -> "closed";
    };
  }

  /** Why staff were called. */
  static String staff(Call call) {
    return switch (call) {
      case Call.Help _ -> "staffHelp";
      case Call.WrongLine _ -> "staffWrong";
      case Call.Unexplained _ -> "staffHold";
      case Call.AgeCheck _ -> "staffAge";
      case Call.Unweighed _ -> "staffWeigh";
    };
  }

  /** What is wrong with the scale. */
  static String scale(String distrust) {
    return distrust.equals("gives no readings") ? "silent" : "fault";
  }

  /** Why the gate did not take the payment. */
  static String declined(String reason) {
    if (partial(reason) != null) {
      return "declinedPartial";
    }
    return switch (reason) {
      case "voided" -> "declinedVoid";
      case Declined.SPOT_CHECK -> "declinedCheck";
      case "insufficient-funds" -> "declinedFunds";
      case "cash-refused", "cash-not-raised" -> "declinedCash";
      case "wrong-pin", "incorrect-pin" -> "declinedPin";
      case "pin-cancelled", "pin-timed-out" -> "declinedNoPin";
      case "expired-card" -> "declinedExpired";
      case "authentication-required" -> "declinedConfirm";
      case "unknown-token" -> "declinedTender";
      default ->
          ProblemKind.find(reason.split(":", 2)[0]).map(Sentences::refused).orElse("declined");
    };
  }

  /** Why the gate did not even try. */
  static String refused(ProblemKind kind) {
    return switch (kind) {
      case FOREIGN_CART,
          NOT_PAIRED,
          UNSIGNED,
          WRONG_SIGNATURE,
          WRONG_SEAL,
          KEY_BARRED,
          CART_KNOWN ->
          "declinedCart";
      case OTHER_BILL, WRONG_SUM, UNKNOWN_PRODUCT, WRONG_CURRENCY -> "declinedBill";
      case UNSUPPORTED_TENDER -> "declinedTender";
      case NOT_COVERED -> "declinedNotCovered";
      case AGE_NOT_APPROVED -> "declinedAge";
      case ALREADY_SETTLED -> "declinedPaid";
      case SUPERSEDED -> "declinedVoid";
      case RUNNING,
          TOO_MANY,
          GATE_FAULT,
          BUSY,
          AWAITING_CASH,
          AWAITING_CHECK,
          PROVIDER_UNREACHABLE,
          INCOMPLETE ->
          "declinedBusy";
      case MALFORMED,
          CODE_UNKNOWN,
          CODE_SPENT,
          CODE_LATE,
          CODE_OF_ANOTHER_CART,
          NOT_FOUND,
          NOT_ALLOWED,
          BAD_OPTION,
          NOT_ACCEPTABLE,
          TOO_LARGE,
          UNSUPPORTED_FORMAT,
          NO_PROXY ->
          "declinedFault";
    };
  }

  /** What the gate found on a tender that had too little; null where that was not the reason. */
  static @Nullable Partial partial(String reason) {
    Matcher said = PARTIAL.matcher(reason);
    return said.matches() ? new Partial(said.group(1), Long.parseLong(said.group(2))) : null;
  }
}
