package pannier.hal.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.i2c.I2C;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pannier.hal.i2c.I2cBus;
import pannier.hal.polled.DeviceException;

/**
 * An I²C bus through Pi4J. It is opened when it is first used, and opened anew where nothing but
 * failures came, so that a bus that appears later is found. A chip that does not acknowledge costs
 * no more than its own transfer.
 */
public final class Pi4jBus implements I2cBus {
  /** Some seconds of retries of all chips: by then it is the bus and not a chip. */
  private static final int REOPEN_AFTER_FAILURES = 40;

  private final Supplier<Context> pi4j;
  private final int number;
  private final Map<Integer, I2C> devices = new HashMap<>();
  private @Nullable Context context;
  private int failures;

  /**
   * @param pi4j makes a context with an I²C provider; the bus shuts it down
   * @param number as in {@code /dev/i2c-1}
   */
  public Pi4jBus(Supplier<Context> pi4j, int number) {
    this.pi4j = pi4j;
    this.number = number;
  }

  /** What is done with a device; returns how many bytes went over. */
  private interface Transfer {
    int with(I2C device);
  }

  @Override
  public void write(int address, byte... bytes) throws DeviceException {
    transfer(address, bytes.length, device -> device.write(bytes, 0, bytes.length));
  }

  @Override
  public byte[] read(int address, int register, int count) throws DeviceException {
    byte[] bytes = new byte[count];
    byte[] from = {(byte) register};
    transfer(address, count, device -> device.readRegister(from, bytes, 0, count));
    return bytes;
  }

  private void transfer(int address, int count, Transfer transfer) throws DeviceException {
    String what = "I2C bus %d, address 0x%02x".formatted(number, address);
    int done;
    try {
      done = transfer.with(device(address));
      failures = 0;
    } catch (RuntimeException | LinkageError e) {
      if (++failures % REOPEN_AFTER_FAILURES == 0) {
        close();
      }
      throw DeviceException.of(what, e instanceof RuntimeException r ? r : new Exception(e));
    }
    if (done < count) {
      throw new DeviceException("%s: %d of %d bytes".formatted(what, done, count));
    }
  }

  private I2C device(int address) {
    I2C known = devices.get(address);
    if (known != null) {
      return known;
    }
    Context opened = context;
    if (opened == null) {
      opened = pi4j.get();
      context = opened;
    }
    I2C device =
        opened.create(
            I2C.newConfigBuilder(opened)
                .id("i2c-%d-%02x".formatted(number, address))
                .bus(number)
                .device(address)
                .build());
    devices.put(address, device);
    return device;
  }

  @Override
  public void close() {
    devices.clear();
    Context opened = context;
    context = null;
    if (opened != null) {
      opened.shutdown();
    }
  }
}
