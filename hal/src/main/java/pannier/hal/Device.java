package pannier.hal;

/** What all devices share. A device is used by one thread, and closed by whoever opened it. */
public interface Device extends AutoCloseable {
  /** Whether it answered when last asked. Never blocks, never throws. */
  Connection connection();

  /** Releases the device. A second call does nothing. */
  @Override
  void close();
}
