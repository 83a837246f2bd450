package pannier.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import pannier.gate.settlement.Barrier;
import pannier.wire.SettlementKey;

/**
 * Stands for a barrier where there is none: a line for each opening, {@code trip/attempt receipt}.
 * It is at the file's end when the call returns, as a relay would have moved.
 */
final class FileBarrier implements Barrier {
  private final FileChannel file;

  private FileBarrier(FileChannel file) {
    this.file = file;
  }

  static FileBarrier open(Path path) throws IOException {
    return new FileBarrier(
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
  }

  @Override
  public void open(SettlementKey key, String receiptId) {
    byte[] line = "%s %s\n".formatted(key, receiptId).getBytes(StandardCharsets.UTF_8);
    try {
      file.write(ByteBuffer.wrap(line));
    } catch (IOException e) {
      throw new UncheckedIOException("the barrier does not move", e);
    }
  }
}
