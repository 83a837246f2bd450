package pannier.hal.i2c;

import pannier.hal.polled.DeviceException;

/** The registers of one chip. */
record Registers(I2cBus bus, int address) {
  void write(int register, int value) throws DeviceException {
    bus.write(address, (byte) register, (byte) value);
  }

  int read(int register) throws DeviceException {
    return bus.read(address, register, 1)[0] & 0xFF;
  }

  byte[] read(int register, int count) throws DeviceException {
    return bus.read(address, register, count);
  }

  /** Sixteen bits, the high byte first. */
  int readWord(int register) throws DeviceException {
    byte[] bytes = bus.read(address, register, 2);
    return ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
  }
}
