package pannier.hal.i2c;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import pannier.hal.polled.DeviceException;

/** A bus on stepped time. A bus that hangs costs a second for each transfer, as the kernel's do. */
public final class SimulatedBus implements I2cBus {
  /** At 400 kHz a byte with its acknowledgement takes 22.5 µs; a transfer has about five. */
  private static final long TRANSFER_NANOS = 120_000;

  private static final long TIMEOUT_NANOS = 1_000_000_000L;

  private final Map<Integer, SimulatedChip> chips = new HashMap<>();
  private long nowNanos;
  private boolean hangs;

  public void put(int address, SimulatedChip chip) {
    chips.put(address, chip);
  }

  public void take(int address) {
    chips.remove(address);
  }

  public void hang(boolean stuck) {
    hangs = stuck;
  }

  public LongSupplier clock() {
    return () -> nowNanos;
  }

  public void advanceTo(long nanos) {
    nowNanos = Math.max(nowNanos, nanos);
  }

  @Override
  public void write(int address, byte... bytes) throws DeviceException {
    chip(address).write(bytes, nowNanos);
  }

  @Override
  public byte[] read(int address, int register, int count) throws DeviceException {
    return chip(address).read(register, count, nowNanos);
  }

  private SimulatedChip chip(int address) throws DeviceException {
    nowNanos += hangs ? TIMEOUT_NANOS : TRANSFER_NANOS;
    if (hangs) {
      throw new DeviceException("timed out");
    }
    SimulatedChip chip = chips.get(address);
    if (chip == null) {
      throw new DeviceException("address 0x%02x does not acknowledge".formatted(address));
    }
    return chip;
  }

  @Override
  public void close() {}
}
