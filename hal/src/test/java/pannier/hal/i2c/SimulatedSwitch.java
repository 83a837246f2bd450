package pannier.hal.i2c;

import java.util.HashMap;
import java.util.Map;

/** A TCA9548A with one chip behind each channel; several open channels would answer at once. */
public final class SimulatedSwitch {
  private final SimulatedBus bus;
  private final int address;
  private final int chipAddress;
  private final Map<Integer, SimulatedChip> behind = new HashMap<>();
  private int control;

  /** All chips behind it have the same address, which is why it is there. */
  public SimulatedSwitch(SimulatedBus bus, int address, int chipAddress) {
    this.bus = bus;
    this.address = address;
    this.chipAddress = chipAddress;
    bus.put(address, new Control());
  }

  public void put(int channel, SimulatedChip chip) {
    behind.put(channel, chip);
    connect();
  }

  public void take(int channel) {
    behind.remove(channel);
    connect();
  }

  /** Its power fails and returns: no channel is selected. */
  public void reset() {
    control = 0;
    connect();
  }

  private void connect() {
    bus.take(chipAddress);
    for (Map.Entry<Integer, SimulatedChip> each : behind.entrySet()) {
      if (control == 1 << each.getKey()) {
        bus.put(chipAddress, each.getValue());
      }
    }
  }

  private final class Control implements SimulatedChip {
    @Override
    public void write(byte[] bytes, long nowNanos) {
      control = bytes[bytes.length - 1] & 0xFF;
      connect();
    }

    @Override
    public byte[] read(int register, int count, long nowNanos) {
      throw new AssertionError("0x%02x has no registers".formatted(address));
    }
  }
}
