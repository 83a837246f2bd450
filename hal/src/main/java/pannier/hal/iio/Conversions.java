package pannier.hal.iio;

import pannier.hal.polled.DeviceException;

/** Conversions of one converter, one after the other. Used by one thread. */
interface Conversions extends AutoCloseable {
  /** Waits for the next one. */
  double next() throws DeviceException;

  /** Lets go of the device; the next conversion opens it anew. */
  @Override
  void close();
}
