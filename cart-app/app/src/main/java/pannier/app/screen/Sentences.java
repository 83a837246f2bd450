package pannier.app.screen;

import java.util.Map;

/** Which of the page's texts says what the heart says in English. */
final class Sentences {
  /** Shown as it is. */
  static final String OTHER = "other";

  private static final Map<String, String> SAID =
      Map.of(
          "Before you pay: something in the basket is not clear yet.", "notClear",
          "Please press Pay first.", "payFirst",
          "The basket changed: please pay again.", "changed",
          "Please answer, or ask for more time.", "hurry",
          "A trip is under way.", "underWay",
          "Please empty the basket, or declare what lies in it.", "notEmpty",
          "That does not fit what the scale and the basket say.", "doesNotFit",
          "Take it out, show its code, or call staff.", "takeOut",
          "Nothing open fits this code.", "noCode",
          "Only something that went in unexplained can be your own.", "notOwn");

  private Sentences() {}

  static String said(String text) {
    return text.startsWith("Not paid: ") ? "notPaid" : SAID.getOrDefault(text, OTHER);
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
    if (reason.startsWith("partial-")) {
      return "declinedPartial";
    }
    return reason.equals("voided") ? "declinedVoid" : "declined";
  }
}
