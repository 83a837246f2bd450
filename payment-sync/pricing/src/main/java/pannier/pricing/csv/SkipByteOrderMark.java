package pannier.pricing.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Text without the byte order mark that some spreadsheets put first. */
final class SkipByteOrderMark extends FilterReader {
  private static final int MARK = '\uFEFF';

  SkipByteOrderMark(Reader source) throws IOException {
    super(afterMark(source));
  }

  private static Reader afterMark(Reader source) throws IOException {
    PushbackReader reader = new PushbackReader(source, 1);
    int first = reader.read();
    if (first != MARK && first >= 0) {
      reader.unread(first);
    }
    return reader;
  }
}
