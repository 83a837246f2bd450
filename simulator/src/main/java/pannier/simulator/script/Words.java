package pannier.simulator.script;

import java.util.ArrayList;
import java.util.List;
import pannier.app.BadInputException;

/**
 * The words of one line of a script, taken one after the other; what does not fit says where and
 * what.
 */
public final class Words {
  private final String file;
  private final int line;
  private final List<String> words;
  private int next;

  /**
   * @param file for messages only
   * @param line from 1, for messages only
   */
  public Words(String file, int line, String text) {
    this.file = file;
    this.line = line;
    this.words = List.of(text.strip().split("\\s+", -1));
  }

  public boolean hasNext() {
    return next < words.size();
  }

  /** Takes the next word if it is this one. */
  public void skip(String word) {
    if (hasNext() && words.get(next).equals(word)) {
      next++;
    }
  }

  public String word(String wanted) throws BadInputException {
    if (!hasNext()) {
      throw bad("the end of the line", wanted);
    }
    return words.get(next++);
  }

  public double number(String wanted) throws BadInputException {
    return number(word(wanted), wanted);
  }

  public double number(String text, String wanted) throws BadInputException {
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

  public int whole(String wanted) throws BadInputException {
    double value = number(wanted);
    if (value != Math.rint(value) || Math.abs(value) > 1e6) {
      throw bad("'" + words.get(next - 1) + "'", wanted);
    }
    return (int) value;
  }

  /** Seconds, with or without an {@code s} behind them. */
  public long nanos(String wanted) throws BadInputException {
    return nanos(word(wanted), wanted);
  }

  /** The same of a word that was taken. */
  public long nanos(String text, String wanted) throws BadInputException {
    double seconds = number(text.replaceFirst("(?<=[0-9])s$", ""), wanted);
    if (!(seconds >= 0 && seconds <= 100_000)) {
      throw bad("'" + text + "'", wanted);
    }
    return Math.round(seconds * 1e9);
  }

  /** Takes and gives all words left that begin with {@code prefix}, without it. */
  public List<String> options(String prefix) {
    List<String> found = new ArrayList<>();
    for (int i = next; i < words.size(); i++) {
      if (words.get(i).startsWith(prefix)) {
        found.add(words.get(i).substring(prefix.length()));
      }
    }
    return found;
  }

  /** The words left. */
  public List<String> rest() {
    List<String> rest = words.subList(next, words.size());
    next = words.size();
    return rest;
  }

  public BadInputException bad(String found, String wanted) {
    return new BadInputException(file, "line " + line, found, wanted);
  }
}
