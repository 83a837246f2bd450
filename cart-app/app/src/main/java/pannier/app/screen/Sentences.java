package pannier.app.screen;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pannier.app.screen.CartView.Partial;

/** Which of the page's texts says what the heart says in English. */
final class Sentences {
  /** Shown as it is. */
  static final String OTHER = "other";

  private static final Pattern PARTIAL = Pattern.compile("partial-([a-z_]+)-([0-9]{1,15})");
  private static final String TAKE_OUT = "Please take out: ";

  private static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("Before you pay: something in the basket is not clear yet.", "notClear"),
          Map.entry("Please press Pay first.", "payFirst"),
          Map.entry("The basket changed: please pay again.", "changed"),
          Map.entry("Please answer, or ask for more time.", "hurry"),
          Map.entry("A trip is under way.", "underWay"),
          Map.entry("Please empty the basket, or declare what lies in it.", "notEmpty"),
          Map.entry("That does not fit what the scale and the basket say.", "doesNotFit"),
          Map.entry("Take it out, show its code, or call staff.", "takeOut"),
          Map.entry("Nothing open fits this code.", "noCode"),
          Map.entry("Only something that went in unexplained can be your own.", "notOwn"),
          Map.entry(
              "A member of staff comes to check your age. You can go on shopping.", "ageCheck"),
          Map.entry("The card is refused: please choose another way to pay.", "cardRefused"),
          Map.entry("The payment is under way and cannot be changed now.", "tooLate"));

  private Sentences() {}

  static String said(String text) {
    if (text.startsWith(TAKE_OUT)) {
      return "mustGo";
    }
    return text.startsWith("Not paid: ") ? "notPaid" : SAID.getOrDefault(text, OTHER);
  }

  /** The product that a sentence names; empty if it names none. */
  static String name(String text) {
    return text.startsWith(TAKE_OUT) ? text.substring(TAKE_OUT.length(), text.length() - 1) : "";
  }

  /** Why a trip did not start, or how the last one ended. */
  static String idle(String note) {
    if (note.isEmpty()) {
      return "";
    }
    return note.startsWith("closed by") ? "closed" : "notEmpty";
  }

  /** Why staff were called. */
  static String staff(String reason) {
    if (reason.startsWith("age check")) {
      return "staffAge";
    }
    if (reason.startsWith("the shopper says")) {
      return "staffWrong";
    }
    return reason.equals("the shopper asks for help") ? "staffHelp" : "staffHold";
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
      case "insufficient-funds" -> "declinedFunds";
      case "cash-refused" -> "declinedCash";
      case "wrong-pin" -> "declinedPin";
      case "pin-cancelled", "pin-timed-out" -> "declinedNoPin";
      default -> "declined";
    };
  }

  /** What the gate found on a tender that had too little; null where that was not the reason. */
  static @Nullable Partial partial(String reason) {
    Matcher said = PARTIAL.matcher(reason);
    return said.matches() ? new Partial(said.group(1), Long.parseLong(said.group(2))) : null;
  }
}
