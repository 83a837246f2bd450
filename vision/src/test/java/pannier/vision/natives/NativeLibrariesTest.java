package pannier.vision.natives;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
  /** Any two packed files will do; these two are small and always on the test's class path. */
  private static final List<String> FILES =
      List.of("org/opencv/core/Core.class", "org/opencv/core/Mat.class");

  @TempDir Path cache;

  @Test
  void manyThatStartTogetherAllSeeACompleteFolder() throws Exception {
    int starters = 8;
    CyclicBarrier together = new CyclicBarrier(starters);
    List<Future<List<Path>>> results = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(starters)) {
      for (int i = 0; i < starters; i++) {
        results.add(
            threads.submit(
                () -> {
                  together.await();
                  return libraries().unpackInto(cache);
                }));
      }
    }
    for (var result : results) {
      assertEquals(results.getFirst().get(), result.get());
    }
    assertWhole(results.getFirst().get());
    try (var left = Files.list(cache)) {
      assertEquals(1, left.count(), "folders of those who lost are gone");
    }
  }

  @Test
  void aFileThatWasCutOrDeletedIsUnpackedAgain() throws IOException {
    List<Path> files = libraries().unpackInto(cache);
    Files.delete(files.get(0));
    Files.write(files.get(1), new byte[] {1, 2, 3});
    assertWhole(libraries().unpackInto(cache));
  }

  @Test
  void aMissingLibraryIsNamedWithTheMachine() {
    var error =
        assertThrows(
            NativesException.class,
            () -> NativeLibraries.find("some-1.0", List.of("no/such/lib.so"), List.of()));
    assertTrue(String.valueOf(error.getMessage()).contains("no/such/lib.so"));
    assertTrue(String.valueOf(error.getMessage()).contains(Platform.current()));
  }

  @Test
  void platformsAreSpelledAsTheJarsSpellThem() {
    assertEquals("linux-x86_64", Platform.of("Linux", "amd64"));
    assertEquals("linux-arm64", Platform.of("Linux", "aarch64"));
    assertEquals("macosx-arm64", Platform.of("Mac OS X", "aarch64"));
  }

  private static NativeLibraries libraries() throws NativesException {
    return NativeLibraries.find("test-1.0", FILES, List.of());
  }

  private static void assertWhole(List<Path> files) throws IOException {
    for (int i = 0; i < FILES.size(); i++) {
      try (var packed =
          NativeLibrariesTest.class.getClassLoader().getResourceAsStream(FILES.get(i))) {
        assertTrue(packed != null);
        assertArrayEquals(packed.readAllBytes(), Files.readAllBytes(files.get(i)));
      }
    }
  }
}
