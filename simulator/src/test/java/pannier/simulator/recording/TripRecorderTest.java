package pannier.simulator.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pannier.domain.catalogue.ProductId;
import pannier.hal.camera.RecordedCamera;
import pannier.hal.camera.VideoCamera;
import pannier.hal.recording.RecordedLoadCells;
import pannier.simulator.shop.DemoShop;
import pannier.simulator.shopper.Deed;
import pannier.simulator.shopper.Shopper;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.WorldSpec;
import pannier.vision.natives.NativesException;
import pannier.vision.opencv.OpenCv;

class TripRecorderTest {
  private static final long SECOND = 1_000_000_000L;

  @BeforeAll
  static void load() throws NativesException {
    OpenCv.load();
  }

  @Test
  void theCartsOwnReadersReadWhatWasRecorded(@TempDir Path folder) throws IOException {
    record(folder);
    try (RecordedCamera camera =
            VideoCamera.openFile(folder.resolve("camera-0.mov"), () -> 10 * SECOND, 0);
        RecordedLoadCells cells =
            RecordedLoadCells.open(folder.resolve("scale.csv"), () -> 10 * SECOND)) {
      int frames = 0;
      while (camera.poll().isPresent()) {
        frames++;
      }
      assertEquals(3 * 30 + 1, frames);
      assertEquals(3 * 80 + 1, cells.drain().size());
    }
    List<String> truth = Files.readAllLines(folder.resolve("truth.csv"));
    assertEquals(2, truth.size());
    assertTrue(truth.get(1).contains(",in,1,orange,"), truth.get(1));
    JsonNode trip = new ObjectMapper().readTree(folder.resolve("trip.json").toFile());
    assertEquals("below", trip.at("/cameras/0/basket").asText());
    double rim = trip.at("/cameras/0/rim/0/1").asDouble();
    assertTrue(rim > 0.15 && rim < 0.3, "rim at " + rim);
    try (Stream<Path> photos = Files.walk(folder.resolve("enrol"))) {
      assertEquals(
          10L * DemoShop.articles().size(),
          photos.filter(file -> file.toString().endsWith(".jpg")).count());
    }
  }

  private static void record(Path folder) throws IOException {
    try (SimulatedWorld world = new SimulatedWorld(WorldSpec.simple(DemoShop.articles(), 5))) {
      List<Deed> script =
          List.of(new Deed.Put(3 * SECOND / 2, new ProductId("orange"), Optional.empty()));
      new TripRecorder(world, new Shopper(world, script)::advanceTo, folder).record(3 * SECOND);
    }
  }
}
