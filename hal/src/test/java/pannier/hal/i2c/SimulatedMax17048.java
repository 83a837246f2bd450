package pannier.hal.i2c;

/** A MAX17048 by the registers that a driver needs. */
public final class SimulatedMax17048 implements SimulatedChip {
  private double chargePercent = 100;
  private double volts = 4.2;

  public void set(double percent, double cellVolts) {
    chargePercent = percent;
    volts = cellVolts;
  }

  @Override
  public void write(byte[] bytes, long nowNanos) {
    throw new AssertionError("nothing needs to be written to it");
  }

  @Override
  public byte[] read(int register, int count, long nowNanos) {
    int word =
        switch (register) {
          case 0x02 -> (int) Math.round(volts / 78.125e-6);
          case 0x04 -> (int) Math.round(chargePercent * 256);
          case 0x08 -> 0x0012;
          default -> throw new AssertionError("register " + register);
        };
    return new byte[] {(byte) (word >> 8), (byte) word};
  }
}
