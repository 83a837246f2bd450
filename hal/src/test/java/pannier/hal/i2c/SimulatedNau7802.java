package pannier.hal.i2c;

import java.util.function.LongToIntFunction;

/**
 * A NAU7802 by the registers that a driver needs (data sheet 1.7, sections 9.1 and 11): it converts
 * only once it was reset, powered up, given a rate, calibrated and started, in this order.
 */
public final class SimulatedNau7802 implements SimulatedChip {
  private static final int CS = 0x10;
  private static final int CALS = 0x04;
  private static final long POWER_UP_NANOS = 200_000;
  private static final long CALIBRATION_NANOS = 344_000_000L;
  private static final long REGULATOR_NANOS = 100_000_000L;

  private final LongToIntFunction counts;
  private final double clockError;
  private final int[] registers = new int[0x20];
  private long poweredNanos;
  private long analogueNanos;
  private long calibratingNanos;
  private long startedNanos;
  private long conversionsRead;
  private boolean calibrationFails;

  /**
   * @param counts what the bridge gives at an instant
   * @param clockError of its own oscillator, as a fraction
   */
  public SimulatedNau7802(LongToIntFunction counts, double clockError) {
    this.counts = counts;
    this.clockError = clockError;
  }

  /** The next calibrations set CAL_ERR. */
  public void failCalibration(boolean fails) {
    calibrationFails = fails;
  }

  /** The supply dips: all registers are as after a reset. */
  public void brownOut() {
    java.util.Arrays.fill(registers, 0);
  }

  @Override
  public void write(byte[] bytes, long nowNanos) {
    for (int i = 1; i < bytes.length; i++) {
      set(bytes[0] + i - 1, bytes[i] & 0xFF, nowNanos);
    }
  }

  private void set(int register, int value, long nowNanos) {
    int before = registers[register];
    if (register == 0x00) {
      power(before, value, nowNanos);
      return;
    }
    if (register == 0x02 && (value & CALS) != 0 && (before & CALS) == 0) {
      boolean ready = nowNanos - analogueNanos >= REGULATOR_NANOS && (registers[0] & 0x04) != 0;
      calibrationFails |= !ready;
      calibratingNanos = nowNanos;
    }
    registers[register] = value;
  }

  private void power(int before, int value, long nowNanos) {
    if ((value & 0x01) != 0) {
      java.util.Arrays.fill(registers, 0);
      registers[0] = 0x01;
      return;
    }
    if ((value & 0x02) != 0 && (before & 0x02) == 0) {
      poweredNanos = nowNanos;
    }
    if ((value & 0x04) != 0 && (before & 0x04) == 0) {
      analogueNanos = nowNanos;
    }
    if ((value & CS) != 0 && (before & CS) == 0) {
      startedNanos = nowNanos;
      conversionsRead = 0;
    }
    registers[0] = value & 0xD7;
  }

  @Override
  public byte[] read(int register, int count, long nowNanos) {
    if (register == 0x12) {
      conversionsRead = conversions(nowNanos);
      int value = counts.applyAsInt(nowNanos);
      return new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }
    return new byte[] {(byte) status(register, nowNanos)};
  }

  private int status(int register, long nowNanos) {
    int value = registers[register];
    if (register == 0x00) {
      boolean up = (value & 0x02) != 0 && nowNanos - poweredNanos >= POWER_UP_NANOS;
      boolean ready = (value & CS) != 0 && conversions(nowNanos) > conversionsRead;
      return value | (up ? 0x08 : 0) | (ready ? 0x20 : 0);
    }
    if (register == 0x02 && (value & CALS) != 0) {
      if (nowNanos - calibratingNanos < CALIBRATION_NANOS) {
        return value;
      }
      registers[2] = value & ~CALS;
      return registers[2] | (calibrationFails ? 0x08 : 0);
    }
    return value;
  }

  private long conversions(long nowNanos) {
    boolean runs = (registers[0] & CS) != 0 && (registers[2] & 0x70) == 0x30;
    return runs ? (long) ((nowNanos - startedNanos) * 80e-9 * (1 + clockError)) : 0;
  }
}
