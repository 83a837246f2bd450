package pannier.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import pannier.app.BadInputException;

/** The words of one line, taken one after the other; what does not fit says where and what. */
final class Words {
  private final String file;
  private final int line;
  private final List<String> words;
  private int next;

  Words(String file, int line, String text) {
    this.file = file;
    this.line = line;
    this.words = List.of(text.strip().split("\\s+", -1));
  }

  boolean hasNext() {
    return next < words.size();
  }

  String word(String wanted) throws BadInputException {
    if (!hasNext()) {
      throw bad("the end of the line", wanted);
    }
    return words.get(next++);
  }

  double number(String wanted) throws BadInputException {
    return number(word(wanted), wanted);
  }

  double number(String text, String wanted) throws BadInputException {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, with the place.
    }
    throw bad("'" + text + "'", wanted);
  }

  int whole(String wanted) throws BadInputException {
    double value = number(wanted);
    if (value != Math.rint(value) || Math.abs(value) > 1e6) {
      throw bad("'" + words.get(next - 1) + "'", wanted);
    }
    return (int) value;
  }

  long nanos(String wanted) throws BadInputException {
    double seconds = number(wanted);
    if (!(seconds >= 0 && seconds <= 100_000)) {
      throw bad("'" + words.get(next - 1) + "'", wanted);
    }
    return Math.round(seconds * 1e9);
  }

  /** Takes and gives all words left that begin with {@code prefix}, without it. */
  List<String> options(String prefix) {
    List<String> found = new ArrayList<>();
    for (int i = next; i < words.size(); i++) {
      if (words.get(i).startsWith(prefix)) {
        found.add(words.get(i).substring(prefix.length()));
      }
    }
    return found;
  }

  /** The words left. */
  List<String> rest() {
    List<String> rest = words.subList(next, words.size());
    next = words.size();
    return rest;
  }

  BadInputException bad(String found, String wanted) {
    return new BadInputException(file, "line " + line, found, wanted);
  }
}
