package pannier.hal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A recording that cannot be played as it is. The message is one line: the file, the place in it,
 * what was found there, and what would be right.
 */
public final class BadRecordingException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String line;

  /**
   * @param place where in the file, such as {@code line 7, column t_ms}
   * @param found what stands there
   * @param right what would be right
   */
  public BadRecordingException(Path file, String place, String found, String right) {
    line = "%s: %s: %s; %s".formatted(file, place, oneLine(found), right);
  }

  @Override
  public String getMessage() {
    return line;
  }

  private static String oneLine(String text) {
    return text.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("nothing");
  }
}
