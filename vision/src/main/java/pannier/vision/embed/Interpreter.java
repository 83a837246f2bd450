package pannier.vision.embed;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.List;
import pannier.vision.natives.NativesException;

/**
 * A TensorFlow Lite interpreter of one model with XNNPACK, on the calling thread alone. XNNPACK has
 * to be asked for: the C interface does not use it by itself, and without it a network takes about
 * nine times as long.
 *
 * <p>Used by one thread at a time, not necessarily always the same.
 */
final class Interpreter implements AutoCloseable {
  private static final int OK = 0;

  private final TensorFlowLite library;
  private final Arena arena;
  private final MemorySegment model;
  private final MemorySegment delegate;
  private final MemorySegment interpreter;
  private final Tensor input;
  private final Tensor output;
  private boolean closed;

  private Interpreter(
      TensorFlowLite library, Arena arena, MemorySegment model, MemorySegment delegate)
      throws ModelException {
    this.library = library;
    this.arena = arena;
    this.model = model;
    this.delegate = delegate;
    try {
      interpreter = create(library, model, delegate);
      run(); // tensors get their final places only during the first run
      input = tensor((MemorySegment) library.inputTensor.invokeExact(interpreter, 0));
      output = tensor((MemorySegment) library.outputTensor.invokeExact(interpreter, 0));
    } catch (ModelException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw TensorFlowLite.unexpected(e);
    }
  }

  /**
   * Makes it ready to run.
   *
   * @param bytes the model file's content; copied, as the model refers to it until it is closed
   * @throws ModelException when TensorFlow Lite refuses the model
   * @throws NativesException when the library is missing or broken
   */
  static Interpreter open(byte[] bytes) throws ModelException, NativesException {
    TensorFlowLite library = TensorFlowLite.load();
    try {
      return open(
          library, bytes, (MemorySegment) library.delegateCreate.invokeExact(MemorySegment.NULL));
    } catch (ModelException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw TensorFlowLite.unexpected(e);
    }
  }

  /** The same with TensorFlow Lite's own kernels: what XNNPACK is compared with. */
  static Interpreter openWithoutXnnpack(byte[] bytes) throws ModelException, NativesException {
    return open(TensorFlowLite.load(), bytes, MemorySegment.NULL);
  }

  private static Interpreter open(TensorFlowLite library, byte[] bytes, MemorySegment delegate)
      throws ModelException {
    Arena arena = Arena.ofShared();
    try {
      MemorySegment content = arena.allocate(bytes.length, 64);
      MemorySegment.copy(bytes, 0, content, JAVA_BYTE, 0, bytes.length);
      MemorySegment model =
          (MemorySegment) library.modelCreate.invokeExact(content, (long) bytes.length);
      if (model.address() == 0) {
        throw new ModelException("not a TensorFlow Lite model");
      }
      return new Interpreter(library, arena, model, delegate);
    } catch (ModelException | RuntimeException | Error e) {
      arena.close();
      throw e;
    } catch (Throwable e) {
      arena.close();
      throw TensorFlowLite.unexpected(e);
    }
  }

  private static MemorySegment create(
      TensorFlowLite library, MemorySegment model, MemorySegment delegate) throws Throwable {
    MemorySegment options = (MemorySegment) library.optionsCreate.invokeExact();
    library.optionsSetThreads.invokeExact(options, 1);
    if (delegate.address() != 0) {
      library.optionsAddDelegate.invokeExact(options, delegate);
    }
    MemorySegment created = (MemorySegment) library.interpreterCreate.invokeExact(model, options);
    library.optionsDelete.invokeExact(options);
    if (created.address() == 0) {
      throw new ModelException("TensorFlow Lite makes no interpreter of this model");
    }
    int status = (int) library.allocateTensors.invokeExact(created);
    if (status != OK) {
      throw new ModelException("TensorFlow Lite cannot allocate this model's tensors");
    }
    return created;
  }

  /** Write the input's data, then {@link #invoke}. */
  Tensor input() {
    return input;
  }

  /** Holds the result after {@link #invoke}. */
  Tensor output() {
    return output;
  }

  /** Runs the network once over what the input holds. */
  void invoke() {
    if (closed) {
      throw new IllegalStateException("the interpreter is closed");
    }
    try {
      run();
      if (data((MemorySegment) library.outputTensor.invokeExact(interpreter, 0))
          != output.data().address()) {
        throw new IllegalStateException("TensorFlow Lite has moved its output");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw TensorFlowLite.unexpected(e);
    }
  }

  private void run() throws Throwable {
    int status = (int) library.invoke.invokeExact(interpreter);
    if (status != OK) {
      throw new IllegalStateException("TensorFlow Lite failed with status " + status);
    }
  }

  private long data(MemorySegment tensor) throws Throwable {
    return ((MemorySegment) library.tensorData.invokeExact(tensor)).address();
  }

  private Tensor tensor(MemorySegment handle) throws Throwable {
    int dimensions = (int) library.tensorDimensions.invokeExact(handle);
    List<Integer> shape = new ArrayList<>();
    for (int i = 0; i < dimensions; i++) {
      shape.add((int) library.tensorDimension.invokeExact(handle, i));
    }
    long bytes = (long) library.tensorBytes.invokeExact(handle);
    MemorySegment data = (MemorySegment) library.tensorData.invokeExact(handle);
    MemorySegment quantization =
        (MemorySegment) library.tensorQuantization.invokeExact((SegmentAllocator) arena, handle);
    float scale = quantization.get(JAVA_FLOAT, 0);
    int type = (int) library.tensorType.invokeExact(handle);
    return new Tensor(
        Tensor.Kind.of(type),
        shape,
        data.reinterpret(bytes, arena, null),
        scale == 0 ? 1 : scale,
        quantization.get(JAVA_INT, JAVA_FLOAT.byteSize()));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      library.interpreterDelete.invokeExact(interpreter);
      if (delegate.address() != 0) {
        library.delegateDelete.invokeExact(delegate);
      }
      library.modelDelete.invokeExact(model);
    } catch (Throwable e) {
      throw TensorFlowLite.unexpected(e);
    } finally {
      arena.close();
    }
  }
}
