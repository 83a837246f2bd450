package pannier.simulator.bench;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContestTest {
  @ParameterizedTest
  @ValueSource(strings = {"GALLERY:100", "DECISION:150", "COMMITS"})
  void everyContenderDoesItsWork(String contest, @TempDir Path folder) throws Exception {
    try (Contest open = Contest.open(contest, folder)) {
      assertTrue(open.contenders().size() > 1);
      for (Contender each : open.contenders()) {
        each.prepare().call();
        assertNotNull(each.run().call(), each.name());
      }
    }
  }
}
