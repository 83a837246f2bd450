package pannier.simulator.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import pannier.app.BadInputException;
import pannier.simulator.fault.Fault.Machine;
import pannier.simulator.fault.Fault.Passage;
import pannier.simulator.fault.Fault.Picture;
import pannier.simulator.fault.Fault.Readings;
import pannier.simulator.script.Words;

class FaultReaderTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Span THREE = new Span(12 * SECOND, 15 * SECOND);

  @Test
  void readsWhatGoesWrongWithDevices() throws BadInputException {
    assertEquals(new Fault.Camera(THREE, 1, Picture.COVERED), read("camera 1 covered 3s"));
    assertEquals(
        new Fault.Scale(THREE, OptionalInt.of(2), Readings.FROZEN), read("cell 2 frozen 3"));
    assertEquals(
        new Fault.Scale(THREE, OptionalInt.empty(), Readings.UNPLUGGED), read("scale unplugged 3"));
    assertEquals(new Fault.Motion(THREE, Readings.NOISY), read("motion noisy 3"));
  }

  @Test
  void readsWhatGoesWrongWithMachinesAndTheirLink() throws BadInputException {
    assertEquals(new Fault.Link(THREE, Passage.LOST, 1), read("link cut 3"));
    assertEquals(new Fault.Link(THREE, Passage.REPLIES_LOST, 1), read("link loses replies 3"));
    assertEquals(new Fault.Link(THREE, Passage.LOST, 0.25), read("link loses 0.25 3"));
    assertEquals(
        new Fault.Death(THREE, Machine.GATE, "after-settle"), read("gate dies after-settle 3"));
    assertEquals(new Fault.Death(THREE, Machine.CART, Fault.Death.AT_ONCE), read("cart dies 3"));
    assertEquals(new Fault.FullDisk(THREE, Machine.GATE2), read("gate2 full 3"));
    Fault.ClockJump jump = (Fault.ClockJump) read("gate clock -7200");
    assertEquals(-7200 * SECOND, jump.byNanos());
  }

  @Test
  void whatIsNoFaultIsLeftToOthers() throws BadInputException {
    Words words = new Words("s", 1, "pay");
    assertEquals(Optional.empty(), FaultReader.read(words.word("a verb"), words, 0));
  }

  @Test
  void saysWhatWouldBeRight() {
    assertSays("found 'foggy', wanted blurred, covered, dark", "camera 0 foggy 3");
    assertSays("found cell 7, wanted 0 to 3", "cell 7 frozen 3");
    assertSays("found '2', wanted a fraction above 0, to 1", "link loses 2 3");
    assertSays("found 'before-lunch', wanted after-commit, after-send", "cart dies before-lunch 3");
    assertSays("found '-1.0', wanted seconds above zero", "cart clock -1");
    assertSays("found 0 seconds, wanted more than none", "link cut 0");
    assertSays("found the end of the line, wanted seconds", "gate full");
  }

  private static Fault read(String text) throws BadInputException {
    Words words = new Words("s", 1, text);
    return FaultReader.read(words.word("a verb"), words, 12 * SECOND).orElseThrow();
  }

  private static void assertSays(String part, String text) {
    BadInputException mistake = assertThrows(BadInputException.class, () -> read(text));
    String said = String.valueOf(mistake.getMessage());
    assertTrue(said.contains(part), said);
  }
}
