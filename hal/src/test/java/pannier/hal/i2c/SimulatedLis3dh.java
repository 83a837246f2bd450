package pannier.hal.i2c;

import java.util.function.LongFunction;

/** A LIS3DH by its registers, 50 samples a second once it is switched on so. */
public final class SimulatedLis3dh implements SimulatedChip {
  private static final long PERIOD_NANOS = 20_000_000L;

  private final LongFunction<double[]> mps2;
  private final int[] registers = new int[0x40];
  private long startedNanos;
  private long samplesRead;
  private boolean asleep;

  /**
   * @param mps2 what it feels at an instant, on its axes
   */
  public SimulatedLis3dh(LongFunction<double[]> mps2) {
    this.mps2 = mps2;
    registers[0x0F] = 0x33;
  }

  /** It answers, but has stopped measuring. */
  public void sleep(boolean sleeps) {
    asleep = sleeps;
  }

  @Override
  public void write(byte[] bytes, long nowNanos) {
    registers[bytes[0]] = bytes[1] & 0xFF;
    if (bytes[0] == 0x20) {
      startedNanos = nowNanos;
      samplesRead = 0;
    }
  }

  @Override
  public byte[] read(int register, int count, long nowNanos) {
    boolean on = registers[0x20] == 0x47 && registers[0x23] == 0x88 && !asleep;
    long samples = on ? (nowNanos - startedNanos) / PERIOD_NANOS : 0;
    if (register == 0x27) {
      return new byte[] {(byte) (samples > samplesRead ? 0x0F : 0)};
    }
    if (register == (0x28 | 0x80) && count == 6) {
      samplesRead = samples;
      return sample(mps2.apply(nowNanos));
    }
    return new byte[] {(byte) registers[register]};
  }

  private static byte[] sample(double[] felt) {
    byte[] bytes = new byte[6];
    for (int i = 0; i < 3; i++) {
      int count = (int) Math.round(felt[i] / 9.80665 * 1000) << 4;
      bytes[2 * i] = (byte) count;
      bytes[2 * i + 1] = (byte) (count >> 8);
    }
    return bytes;
  }
}
