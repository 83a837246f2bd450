package pannier.app.live;

import java.util.function.Supplier;
import pannier.app.BadInputException;
import pannier.domain.catalogue.ProductId;
import pannier.domain.evidence.Code;
import pannier.domain.trip.Input;

/** Turns a typed line into what it stands for on the screen. */
final class Touch {
  static final String WORDS =
      "start, answer N PRODUCT, nothing N, age STAFF YEARS, code DIGITS, wrong PRODUCT, help, pay, back, more, exit,"
          + " done, off";

  private final Supplier<String> tripIds;

  /**
   * @param tripIds gives an id that was never used before
   */
  Touch(Supplier<String> tripIds) {
    this.tripIds = tripIds;
  }

  /**
   * @throws BadInputException if the line is none of {@link #WORDS}
   */
  Input read(String line) throws BadInputException {
    String[] words = line.strip().split("\\s+", -1);
    String name = words[0];
    if (words.length == 3 && name.equals("answer")) {
      return new Input.Answer(number(line, words[1]), new ProductId(words[2]));
    }
    if (words.length == 3 && name.equals("age")) {
      return new Input.AgeApproved(words[1], number(line, words[2]));
    }
    return switch (words.length) {
      case 1 -> alone(line, name);
      case 2 -> withOne(line, name, words[1]);
      default -> throw unknown(line);
    };
  }

  private Input alone(String line, String name) throws BadInputException {
    return switch (name) {
      case "start" -> new Input.Start(tripIds.get());
      case "help" -> new Input.CallStaff();
      case "pay" -> new Input.Pay();
      case "back" -> new Input.Back();
      case "more" -> new Input.MoreTime();
      case "exit" -> new Input.Exit();
      case "done" -> new Input.Done();
      default -> throw unknown(line);
    };
  }

  private static Input withOne(String line, String name, String what) throws BadInputException {
    return switch (name) {
      case "nothing" -> new Input.AnswerNothing(number(line, what));
      case "wrong" -> new Input.Dispute(new ProductId(what));
      case "code" -> new Input.CodeShown(new Code(Code.Symbology.EAN_13, what));
      default -> throw unknown(line);
    };
  }

  private static int number(String line, String word) throws BadInputException {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw unknown(line);
    }
  }

  private static BadInputException unknown(String line) {
    return new BadInputException("terminal", "line", line, WORDS);
  }
}
