package pannier.simulator.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tinylog.Logger;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shopper.DemoTrip;
import pannier.simulator.shopper.Shopper;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.WorldSpec;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records the demonstration's trip into a folder that {@code replay} can play. */
@Command(name = "record-demo", description = "Records the demonstration's trip into a folder.")
public final class RecordDemoMain implements Callable<Integer> {
  private static final long AFTER_LAST_DEED_NANOS = 29_000_000_000L;

  @Parameters(paramLabel = "FOLDER", description = "where the recording goes")
  private Path folder = Path.of("recording");

  @Option(names = "--seed", description = "of everything left to chance (default 1)")
  private long seed = 1;

  private RecordDemoMain() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new RecordDemoMain()).execute(arguments));
  }

  @Override
  public Integer call() throws NativesException {
    OpenCv.load();
    try (SimulatedWorld world = new SimulatedWorld(WorldSpec.simple(DemoShop.articles(), seed))) {
      Shopper shopper = new Shopper(world, DemoTrip.script());
      new TripRecorder(world, shopper::advanceTo, folder).record(AFTER_LAST_DEED_NANOS);
      Logger.info("recorded {} crossings into {}", world.crossings().size(), folder);
      return 0;
    } catch (IOException e) {
      Logger.error("{}", e.getMessage());
      return 2;
    }
  }
}
