package pannier.hal.i2c;

/** One chip on the bus, as its registers. */
public interface SimulatedChip {
  /** Bytes written to it in one message; the first is a register where the chip has several. */
  void write(byte[] bytes, long nowNanos);

  /** Bytes read from a register on. */
  byte[] read(int register, int count, long nowNanos);
}
