package pannier.web.supervise;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * A datagram socket of the local kind, which the JDK does not have. Linux only; numbers are those
 * of its headers.
 */
final class NotifySocket {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int LONGEST_PATH = 107;

  private final String path;

  /**
   * @param path of the receiver, {@code @} stands for the abstract name space; empty for none
   */
  NotifySocket(String path) {
    this.path = path;
  }

  /** Sends it if there is a receiver. A manager that does not listen is no fault of ours. */
  void send(String message) {
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    if (name.length == 0 || name.length > LONGEST_PATH) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      send(arena, address(arena, name), message.getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("native functions throw nothing", e);
    }
  }

  private static MemorySegment address(Arena arena, byte[] name) {
    MemorySegment address = arena.allocate(JAVA_SHORT.byteSize() + name.length, 2);
    address.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(name, 0, address, JAVA_BYTE, JAVA_SHORT.byteSize(), name.length);
    if (name[0] == '@') {
      address.set(JAVA_BYTE, JAVA_SHORT.byteSize(), (byte) 0);
    }
    return address;
  }

  private static void send(Arena arena, MemorySegment address, byte[] message) throws Throwable {
    MemorySegment content = arena.allocateFrom(JAVA_BYTE, message);
    MethodHandle socket = function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    MethodHandle send =
        function("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
    MethodHandle close = function("close", JAVA_INT, JAVA_INT);
    int opened = (int) socket.invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
    if (opened >= 0) {
      long ignored =
          (long)
              send.invokeExact(
                  opened,
                  content,
                  content.byteSize(),
                  MSG_NOSIGNAL,
                  address,
                  (int) address.byteSize());
      int closed = (int) close.invokeExact(opened);
      assert closed == 0 && ignored <= content.byteSize();
    }
  }

  private static MethodHandle function(String name, MemoryLayout result, ValueLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().find(name).orElseThrow(), FunctionDescriptor.of(result, arguments));
  }
}
