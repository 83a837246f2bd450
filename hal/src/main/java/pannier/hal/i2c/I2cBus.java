package pannier.hal.i2c;

import pannier.hal.polled.DeviceException;

/** An I²C bus with 7-bit addresses. Used by one thread; it may block while the bus hangs. */
public interface I2cBus extends AutoCloseable {
  /**
   * Start, address with W, the bytes, stop.
   *
   * @throws DeviceException if nobody acknowledged, or the bus is stuck
   */
  void write(int address, byte... bytes) throws DeviceException;

  /**
   * Start, address with W, the register, repeated start, address with R, so many bytes, stop.
   *
   * @throws DeviceException if nobody acknowledged, or the bus is stuck
   */
  byte[] read(int address, int register, int count) throws DeviceException;

  @Override
  void close();
}
