package pannier.hal.i2c;

import java.util.OptionalInt;
import pannier.hal.polled.DeviceException;

/**
 * One NAU7802 converter (Nuvoton, revision 1.7; sections below are its), at gain 128 and 80 samples
 * a second, supplied with 3.3 V. Each call does one step of its start or fetches a conversion; none
 * waits.
 */
final class Nau7802 {
  static final int ADDRESS = 0x2A;

  private static final int PU_CTRL = 0x00;
  private static final int CTRL1 = 0x01;
  private static final int CTRL2 = 0x02;
  private static final int ADCO_B2 = 0x12;
  private static final int ADC = 0x15;
  private static final int POWER = 0x1C;

  // Section 11.1, PU_CTRL.
  private static final int RR = 0x01;
  private static final int PUD = 0x02;
  private static final int PUA = 0x04;
  private static final int PUR = 0x08;
  private static final int CS = 0x10;
  private static final int CR = 0x20;
  private static final int AVDDS = 0x80;
  private static final int RUNS = PUD | PUA | CS | AVDDS;

  /** Section 11.2: the regulator gives 3.0 V (0.3 V below the supply), gain 128. */
  private static final int VLDO_3_V_GAIN_128 = 5 << 3 | 7;

  /** Section 11.3: 80 samples a second; CALS starts a calibration, CAL_ERR says that it failed. */
  private static final int RATE_80 = 3 << 4;

  private static final int CALS = 0x04;
  private static final int CAL_ERR = 0x08;

  /** REG0x15: the chopper's clock is off, as section 9.1 asks for. */
  private static final int CHOPPER_OFF = 0x30;

  /** REG0x1C: the capacitor on channel 2 filters the amplifier's output (section 9.4). */
  private static final int PGA_CAPACITOR = 0x80;

  /** Section 9.1: about 200 µs until it is ready; it is asked later and given more. */
  private static final long READY_AFTER_NANOS = 1_000_000L;

  private static final long READY_WITHIN_NANOS = 50_000_000L;

  /** The regulator's output rises over 10 µF; two hundred milliseconds are seen on boards. */
  private static final long REGULATOR_NANOS = 250_000_000L;

  /** An offset calibration takes some settling times of the filter; a third of a second is seen. */
  private static final long CALIBRATED_WITHIN_NANOS = 1_000_000_000L;

  /** The digital filter's first conversions still hold what was there before (section 8.3). */
  private static final int UNSETTLED_CONVERSIONS = 6;

  /** Without a conversion for this long it has stopped. */
  private static final long STALLED_NANOS = 250_000_000L;

  private enum Stage {
    OFF,
    POWERING,
    REGULATING,
    CALIBRATING,
    RUNNING
  }

  private final Registers registers;
  private Stage stage = Stage.OFF;
  private long sinceNanos;
  private int skip;

  Nau7802(I2cBus bus) {
    this.registers = new Registers(bus, ADDRESS);
  }

  /** A conversion, signed, if there is a new one; empty too while it starts. */
  OptionalInt step(long nowNanos) throws DeviceException {
    switch (stage) {
      case OFF -> reset(nowNanos);
      case POWERING -> power(nowNanos);
      case REGULATING -> regulated(nowNanos);
      case CALIBRATING -> calibrated(nowNanos);
      case RUNNING -> {
        return converted(nowNanos);
      }
    }
    return OptionalInt.empty();
  }

  /** It did not answer, or has lost its settings: it will be started anew. */
  void lost() {
    stage = Stage.OFF;
  }

  private void enter(Stage next, long nowNanos) {
    stage = next;
    sinceNanos = nowNanos;
  }

  private void reset(long nowNanos) throws DeviceException {
    registers.write(PU_CTRL, RR);
    registers.write(PU_CTRL, PUD);
    enter(Stage.POWERING, nowNanos);
  }

  private void power(long nowNanos) throws DeviceException {
    if (nowNanos - sinceNanos < READY_AFTER_NANOS) {
      return;
    }
    if ((registers.read(PU_CTRL) & PUR) == 0) {
      within(READY_WITHIN_NANOS, nowNanos, "does not power up");
      return;
    }
    registers.write(PU_CTRL, PUD | PUA | AVDDS);
    registers.write(CTRL1, VLDO_3_V_GAIN_128);
    registers.write(CTRL2, RATE_80);
    registers.write(ADC, CHOPPER_OFF);
    registers.write(POWER, PGA_CAPACITOR);
    enter(Stage.REGULATING, nowNanos);
  }

  private void regulated(long nowNanos) throws DeviceException {
    if (nowNanos - sinceNanos >= REGULATOR_NANOS) {
      registers.write(CTRL2, RATE_80 | CALS);
      enter(Stage.CALIBRATING, nowNanos);
    }
  }

  /** Section 8.6: internal offset calibration, which clears CALS when it is done. */
  private void calibrated(long nowNanos) throws DeviceException {
    int control = registers.read(CTRL2);
    if ((control & CALS) != 0) {
      within(CALIBRATED_WITHIN_NANOS, nowNanos, "does not end its calibration");
      return;
    }
    if ((control & CAL_ERR) != 0) {
      throw new DeviceException("cannot calibrate its offset");
    }
    registers.write(PU_CTRL, RUNS);
    skip = UNSETTLED_CONVERSIONS;
    enter(Stage.RUNNING, nowNanos);
  }

  private OptionalInt converted(long nowNanos) throws DeviceException {
    int control = registers.read(PU_CTRL);
    if ((control & RUNS) != RUNS) {
      throw new DeviceException("has lost its settings");
    }
    if ((control & CR) == 0) {
      within(STALLED_NANOS, nowNanos, "has stopped converting");
      return OptionalInt.empty();
    }
    byte[] bytes = registers.read(ADCO_B2, 3);
    sinceNanos = nowNanos;
    if (skip > 0) {
      skip--;
      return OptionalInt.empty();
    }
    return OptionalInt.of((bytes[0] << 16) | ((bytes[1] & 0xFF) << 8) | (bytes[2] & 0xFF));
  }

  private void within(long nanos, long nowNanos, String otherwise) throws DeviceException {
    if (nowNanos - sinceNanos > nanos) {
      throw new DeviceException(otherwise);
    }
  }
}
