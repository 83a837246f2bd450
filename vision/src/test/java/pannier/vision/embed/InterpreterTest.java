package pannier.vision.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class InterpreterTest {
  private static final String QUANTISED = "backbone/mobilenet_v2_1.0_224_quant.tflite";

  @Test
  void aPublicClassifierRunsAndSeesTheSameInASameInput() throws IOException {
    try (Interpreter interpreter = Interpreter.open(sharedFile(QUANTISED))) {
      assertEquals(List.of(1, 224, 224, 3), interpreter.input().shape());
      assertEquals(Tensor.Kind.UINT8, interpreter.input().kind());
      assertEquals(1 / 128.0, interpreter.input().scale(), 1e-6);
      interpreter.input().data().fill((byte) 100);
      interpreter.invoke();
      byte[] first = interpreter.output().data().toArray(ValueLayout.JAVA_BYTE);
      interpreter.input().data().fill((byte) 100);
      interpreter.invoke();
      assertArrayEquals(first, interpreter.output().data().toArray(ValueLayout.JAVA_BYTE));
    }
  }

  @Test
  void xnnpackIsAtWorkAndMuchFaster() throws IOException {
    byte[] model = sharedFile(QUANTISED);
    try (Interpreter with = Interpreter.open(model);
        Interpreter without = Interpreter.openWithoutXnnpack(model)) {
      assertTrue(bestNanos(without) > 2 * bestNanos(with));
    }
  }

  private static long bestNanos(Interpreter interpreter) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      long start = System.nanoTime();
      interpreter.invoke();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  @Test
  void bytesThatAreNoModelAreRefused() {
    assertThrows(ModelException.class, () -> Interpreter.open(new byte[1000]));
  }

  @Test
  void aClosedInterpreterDoesNotRun() throws IOException {
    Interpreter interpreter = Interpreter.open(sharedFile(QUANTISED));
    interpreter.close();
    interpreter.close();
    assertThrows(IllegalStateException.class, interpreter::invoke);
  }

  private static byte[] sharedFile(String name) throws IOException {
    Path shared = Path.of(System.getProperty("pannier.shared", "../../shared")).resolve("data");
    Assumptions.assumeTrue(Files.isDirectory(shared), "no shared data at " + shared);
    return Files.readAllBytes(shared.resolve(name));
  }
}
