package pannier.hal;

/**
 * What a device that plays a recording knows beyond a live one: when it ends, and whether the
 * recording was whole. It plays on the cart's clock: a reading is given out once its time has come.
 */
public interface Recording {
  /**
   * The time of the last reading or frame, on the cart's clock. Known from the start. A video whose
   * container has no proper stamps (AVI) may go on for a frame or two: {@link #finished} knows.
   */
  long endNanos();

  /** Whether nothing more will come, because all was given out or the rest cannot be read. */
  boolean finished();

  /**
   * Does nothing while all that was played so far was whole.
   *
   * @throws BadRecordingException what broke, and where in the file
   */
  void requireIntact() throws BadRecordingException;
}
