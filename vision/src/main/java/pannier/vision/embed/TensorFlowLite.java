package pannier.vision.embed;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import pannier.vision.natives.NativeLibraries;
import pannier.vision.natives.NativesException;
import pannier.vision.natives.Platform;

/**
 * The part of TensorFlow Lite's C interface (tensorflow/lite/c/c_api.h and the XNNPACK delegate's
 * header, 2.20) that an interpreter needs. The library stays loaded until the JVM ends.
 */
final class TensorFlowLite {
  /** TfLiteQuantizationParams: real value = scale × (stored value − zero point). */
  static final StructLayout QUANTIZATION =
      MemoryLayout.structLayout(JAVA_FLOAT.withName("scale"), JAVA_INT.withName("zeroPoint"));

  private static final String VERSION = "2.20.0";
  private static final String SET_LOG_SEVERITY =
      "_ZN6tflite16logging_internal13MinimalLogger21SetMinimumLogSeverityENS_11LogSeverityE";
  private static final int LOG_ERROR = 3;

  private final SymbolLookup symbols;

  final MethodHandle modelCreate;
  final MethodHandle modelDelete;
  final MethodHandle optionsCreate;
  final MethodHandle optionsDelete;
  final MethodHandle optionsSetThreads;
  final MethodHandle optionsAddDelegate;
  final MethodHandle delegateCreate;
  final MethodHandle delegateDelete;
  final MethodHandle interpreterCreate;
  final MethodHandle interpreterDelete;
  final MethodHandle allocateTensors;
  final MethodHandle invoke;
  final MethodHandle inputTensor;
  final MethodHandle outputTensor;
  final MethodHandle tensorType;
  final MethodHandle tensorDimensions;
  final MethodHandle tensorDimension;
  final MethodHandle tensorBytes;
  final MethodHandle tensorData;
  final MethodHandle tensorQuantization;

  private TensorFlowLite(SymbolLookup symbols) throws NativesException {
    this.symbols = symbols;
    modelCreate = returning(ADDRESS, "TfLiteModelCreate", ADDRESS, JAVA_LONG);
    modelDelete = procedure("TfLiteModelDelete", ADDRESS);
    optionsCreate = returning(ADDRESS, "TfLiteInterpreterOptionsCreate");
    optionsDelete = procedure("TfLiteInterpreterOptionsDelete", ADDRESS);
    optionsSetThreads = procedure("TfLiteInterpreterOptionsSetNumThreads", ADDRESS, JAVA_INT);
    optionsAddDelegate = procedure("TfLiteInterpreterOptionsAddDelegate", ADDRESS, ADDRESS);
    delegateCreate = returning(ADDRESS, "TfLiteXNNPackDelegateCreate", ADDRESS);
    delegateDelete = procedure("TfLiteXNNPackDelegateDelete", ADDRESS);
    interpreterCreate = returning(ADDRESS, "TfLiteInterpreterCreate", ADDRESS, ADDRESS);
    interpreterDelete = procedure("TfLiteInterpreterDelete", ADDRESS);
    allocateTensors = returning(JAVA_INT, "TfLiteInterpreterAllocateTensors", ADDRESS);
    invoke = returning(JAVA_INT, "TfLiteInterpreterInvoke", ADDRESS);
    inputTensor = returning(ADDRESS, "TfLiteInterpreterGetInputTensor", ADDRESS, JAVA_INT);
    outputTensor = returning(ADDRESS, "TfLiteInterpreterGetOutputTensor", ADDRESS, JAVA_INT);
    tensorType = returning(JAVA_INT, "TfLiteTensorType", ADDRESS);
    tensorDimensions = returning(JAVA_INT, "TfLiteTensorNumDims", ADDRESS);
    tensorDimension = returning(JAVA_INT, "TfLiteTensorDim", ADDRESS, JAVA_INT);
    tensorBytes = returning(JAVA_LONG, "TfLiteTensorByteSize", ADDRESS);
    tensorData = returning(ADDRESS, "TfLiteTensorData", ADDRESS);
    tensorQuantization = returning(QUANTIZATION, "TfLiteTensorQuantizationParams", ADDRESS);
    silence();
  }

  /**
   * Unpacks (once) and loads the library.
   *
   * @throws NativesException when it is missing, broken or lacks a function
   */
  static TensorFlowLite load() throws NativesException {
    String resource =
        "org/bytedeco/tensorflowlite/" + Platform.current() + "/libjnitensorflowlite.so";
    Path library =
        NativeLibraries.find("tensorflow-lite-" + VERSION, List.of(resource), List.of())
            .unpack()
            .getFirst();
    try {
      return new TensorFlowLite(SymbolLookup.libraryLookup(library, Arena.global()));
    } catch (IllegalArgumentException e) {
      throw new NativesException(
          "cannot load %s: %s; delete its folder to have it unpacked again"
              .formatted(library, e.getMessage()),
          e);
    }
  }

  /** It would otherwise tell standard error of every delegate that it makes. */
  private void silence() throws NativesException {
    if (symbols.find(SET_LOG_SEVERITY).isPresent()) {
      MethodHandle set = returning(JAVA_INT, SET_LOG_SEVERITY, JAVA_INT);
      try {
        int before = (int) set.invokeExact(LOG_ERROR);
        assert before >= 0;
      } catch (Throwable e) {
        throw unexpected(e);
      }
    }
  }

  private MethodHandle returning(MemoryLayout result, String name, ValueLayout... arguments)
      throws NativesException {
    return link(name, FunctionDescriptor.of(result, arguments));
  }

  private MethodHandle procedure(String name, ValueLayout... arguments) throws NativesException {
    return link(name, FunctionDescriptor.ofVoid(arguments));
  }

  private MethodHandle link(String name, FunctionDescriptor function) throws NativesException {
    MemorySegment address =
        symbols
            .find(name)
            .orElseThrow(() -> new NativesException("tensorflow-lite: the library lacks " + name));
    return Linker.nativeLinker().downcallHandle(address, function);
  }

  /** Native functions throw nothing; the compiler cannot know. */
  static AssertionError unexpected(Throwable e) {
    return new AssertionError(e);
  }
}
