package pannier.app.journal;

import java.io.IOException;

/** A file that is no journal, or one that cannot be read any more. The message is one line. */
public final class BadJournalException extends IOException {
  private static final long serialVersionUID = 1;

  BadJournalException(String message, Throwable cause) {
    super(message, cause);
  }

  public BadJournalException(String message) {
    super(message);
  }
}
