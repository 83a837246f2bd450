package pannier.hal.i2c;

import pannier.hal.polled.DeviceException;

/**
 * The TCA9548A switch (Texas Instruments SCPS207): eight buses behind one address, so that four
 * converters with the same address can be told apart. Its one register has a bit for each channel
 * (section 8.5.4); a channel is connected from the stop condition on.
 */
public final class Tca9548a {
  /** With its three address pins low (section 8.5.2). */
  public static final int ADDRESS = 0x70;

  private static final int CHANNELS = 8;
  private static final int UNKNOWN = -1;

  private final I2cBus bus;
  private final int address;
  private int selected = UNKNOWN;

  public Tca9548a(I2cBus bus, int address) {
    this.bus = bus;
    this.address = address;
  }

  /**
   * The bus behind a channel. Closing it does nothing: the bus in front is its owner's.
   *
   * @param channel 0 to 7
   */
  public I2cBus channel(int channel) {
    if (channel < 0 || channel >= CHANNELS) {
      throw new IllegalArgumentException("channel %d of a TCA9548A; 0 to 7".formatted(channel));
    }
    return new Channel(channel);
  }

  private void select(int channel) throws DeviceException {
    if (selected != channel) {
      selected = UNKNOWN;
      bus.write(address, (byte) (1 << channel));
      selected = channel;
    }
  }

  private final class Channel implements I2cBus {
    private final int channel;

    Channel(int channel) {
      this.channel = channel;
    }

    @Override
    public void write(int chip, byte... bytes) throws DeviceException {
      select(channel);
      try {
        bus.write(chip, bytes);
      } catch (DeviceException e) {
        forget();
        throw e;
      }
    }

    @Override
    public byte[] read(int chip, int register, int count) throws DeviceException {
      select(channel);
      try {
        return bus.read(chip, register, count);
      } catch (DeviceException e) {
        forget();
        throw e;
      }
    }

    /** The switch itself may have lost its power, and with it the channel (section 8.4). */
    private void forget() {
      selected = UNKNOWN;
    }

    @Override
    public void close() {}
  }
}
