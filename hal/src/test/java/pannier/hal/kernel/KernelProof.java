package pannier.hal.kernel;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import pannier.hal.Battery;
import pannier.hal.BatteryReading;
import pannier.hal.Brake;
import pannier.hal.Connection;
import pannier.hal.Lamp;
import pannier.hal.MotionReading;
import pannier.hal.i2c.I2cBus;
import pannier.hal.i2c.Lis3dh;
import pannier.hal.i2c.Max17048;
import pannier.hal.i2c.Nau7802Cells;
import pannier.hal.i2c.Tca9548a;
import pannier.hal.pi4j.Pi4jBoard;
import pannier.hal.polled.DeviceException;
import pannier.hal.polled.PollSchedule;
import pannier.hal.polled.PollThread;

/**
 * Runs the drivers on the kernel of this machine and compares what arrived: in the registers of
 * chips that keep them as a memory does (EEPROMs of the emulator), and on pins, by the levels that
 * the kernel reads back from the processor. Prints one line for each thing that was seen; ends with
 * PROVEN or FAILED.
 */
public final class KernelProof {
  private static final int BUS = 1;

  private static final int NAU7802 = 0x2A;

  private final Seen seen = new Seen();

  private KernelProof() {}

  /** No arguments: the emulator's command line has put chips where they are expected. */
  public static void main(String[] args) throws InterruptedException {
    KernelProof proof = new KernelProof();
    try (Pi4jBoard board = Pi4jBoard.ofThisMachine()) {
      proof.part(() -> proof.pins(board));
      proof.part(() -> proof.i2c(board));
      proof.part(() -> new FilesProof(proof.seen).prove(board));
      proof.part(() -> new IioProof(proof.seen).prove());
      proof.part(() -> new CameraProof(proof.seen).prove());
    }
    int failed = proof.seen.failed();
    System.out.println(failed == 0 ? "PROVEN" : "FAILED " + failed);
  }

  @FunctionalInterface
  private interface Part {
    void prove() throws IOException, InterruptedException;
  }

  private void part(Part part) throws InterruptedException {
    try {
      part.prove();
    } catch (IOException | RuntimeException | LinkageError e) {
      seen.see("no exception", false, e.toString());
    }
  }

  private void i2c(Pi4jBoard board) throws IOException, InterruptedException {
    try (I2cBus bus = board.i2c(BUS)) {
      load(bus);
      registers(bus);
      multiplexer(bus);
      nobody(bus);
      drivers(bus);
    }
  }

  private void pins(Pi4jBoard board) throws IOException {
    Lamp lamp = board.lamp(new Pi4jBoard.LampPins(17, 27, 22, false));
    seen.see("lamp opens", connected(lamp.connection()), lamp.connection().toString());
    for (Lamp.Colour colour : Lamp.Colour.values()) {
      lamp.show(colour);
      boolean red = colour == Lamp.Colour.RED || colour == Lamp.Colour.AMBER;
      boolean green = colour == Lamp.Colour.GREEN || colour == Lamp.Colour.AMBER;
      long levels = Pins.levels();
      boolean right =
          red == high(levels, 17)
              && green == high(levels, 27)
              && (colour == Lamp.Colour.BLUE) == high(levels, 22);
      seen.see("lamp " + colour, right, "levels %08x".formatted(levels));
    }
    Brake brake = board.brake(23);
    seen.see("brake free at the start", !high(Pins.levels(), 23), brake.connection().toString());
    brake.hold(true);
    seen.see("brake holds", high(Pins.levels(), 23), "levels %08x".formatted(Pins.levels()));
    brake.close();
    seen.see(
        "brake free once closed", !high(Pins.levels(), 23), "levels %08x".formatted(Pins.levels()));
    lamp.close();
  }

  /** The emulator's chips begin empty: what a chip would say by itself is put into them first. */
  private static void load(I2cBus bus) throws DeviceException {
    int volts = (int) Math.round(3.7 / 78.125e-6);
    int charge = 57 * 256;
    int[][] gauge = {
      {0x02, volts >> 8}, {0x03, volts}, {0x04, charge >> 8}, {0x05, charge}, {0x09, 0x12}
    };
    for (int[] one : gauge) {
      bus.write(Max17048.ADDRESS, (byte) one[0], (byte) one[1]);
    }
    int oneG = 1000 << 4;
    int[][] motion = {{0x0F, 0x33}, {0x27, 0x0F}, {0xAC, oneG}, {0xAD, oneG >> 8}};
    for (int[] one : motion) {
      bus.write(Lis3dh.ADDRESS, (byte) one[0], (byte) one[1]);
    }
    Tca9548a multiplexer = new Tca9548a(bus, Tca9548a.ADDRESS);
    for (int channel = 0; channel < 4; channel++) {
      multiplexer.channel(channel).write(NAU7802, (byte) 0x1F, (byte) (0xF0 + channel));
    }
  }

  private void registers(I2cBus bus) throws DeviceException {
    bus.write(Lis3dh.ADDRESS, (byte) 0x30, (byte) 0xA5);
    int read = bus.read(Lis3dh.ADDRESS, 0x30, 1)[0] & 0xFF;
    seen.see("a register keeps what was written", read == 0xA5, "0x%02x".formatted(read));
  }

  private void multiplexer(I2cBus bus) throws DeviceException {
    Tca9548a multiplexer = new Tca9548a(bus, Tca9548a.ADDRESS);
    for (int channel = 0; channel < 4; channel++) {
      int there = multiplexer.channel(channel).read(NAU7802, 0x1F, 1)[0] & 0xFF;
      seen.see(
          "channel " + channel + " reaches its own chip",
          there == 0xF0 + channel,
          "0x%02x".formatted(there));
    }
    Nau7802Cells cells = new Nau7802Cells(multiplexer, List.of(0, 1, 2, 3), System::nanoTime);
    cells.poll(System.nanoTime());
    for (int channel = 0; channel < 4; channel++) {
      int control = multiplexer.channel(channel).read(NAU7802, 0x00, 1)[0] & 0xFF;
      seen.see(
          "converter " + channel + " was reset and powered up (PU_CTRL)",
          control == 0x02,
          "0x%02x".formatted(control));
    }
  }

  /** The best of three tries: an emulated processor that others want, too, is late at times. */
  private void nobody(I2cBus bus) {
    long best = Long.MAX_VALUE;
    String said = "something answered";
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      try {
        bus.read(0x55, 0, 1);
      } catch (DeviceException e) {
        best = Math.min(best, (System.nanoTime() - start) / 1_000_000);
        said = best + " ms: " + e.getMessage();
      }
    }
    seen.see("an address without a chip is told within a second", best < 1000, said);
  }

  private void drivers(I2cBus bus) throws InterruptedException {
    LongSupplier clock = System::nanoTime;
    Max17048 gauge = new Max17048(bus, clock);
    Lis3dh motion = new Lis3dh(bus, Lis3dh.ADDRESS, new double[] {0, 0, 1}, clock);
    try (PollThread _ =
        PollThread.start(new PollSchedule(clock, List.of(gauge, motion)), clock, "i2c")) {
      BatteryReading charge = battery(gauge);
      seen.see(
          "battery 57 %, 3.70 V",
          Math.abs(charge.chargeFraction() - 0.57) < 0.005
              && Math.abs(charge.volts() - 3.7) < 0.001,
          charge.toString());
      MotionReading tilt = motion(motion);
      seen.see(
          "1 g along z is level",
          tilt.tiltDegrees() < 0.5 && tilt.accelerationMps2() < 0.1,
          tilt.toString());
    }
    try {
      int rate = bus.read(Lis3dh.ADDRESS, 0x20, 1)[0] & 0xFF;
      int range = bus.read(Lis3dh.ADDRESS, 0x23, 1)[0] & 0xFF;
      seen.see(
          "CTRL_REG1 and CTRL_REG4 of the LIS3DH",
          rate == 0x47 && range == 0x88,
          "0x%02x 0x%02x".formatted(rate, range));
    } catch (DeviceException e) {
      seen.see("CTRL_REG1 and CTRL_REG4 of the LIS3DH", false, String.valueOf(e.getMessage()));
    }
  }

  private static BatteryReading battery(Battery gauge) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      List<BatteryReading> readings = gauge.drain();
      if (!readings.isEmpty()) {
        return readings.getLast();
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("no reading: " + gauge.connection());
  }

  private static MotionReading motion(Lis3dh sensor) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      List<MotionReading> readings = sensor.drain();
      if (!readings.isEmpty()) {
        return readings.getLast();
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("no reading: " + sensor.connection());
  }

  private static boolean connected(Connection connection) {
    return connection instanceof Connection.Connected;
  }

  private static boolean high(long levels, int pin) {
    return (levels >> pin & 1) == 1;
  }
}
