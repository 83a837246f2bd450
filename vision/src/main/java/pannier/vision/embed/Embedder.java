package pannier.vision.embed;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.io.IOException;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import pannier.vision.opencv.OpenCv;

/**
 * Turns pictures into embeddings of length 1, whose inner product says how alike two pictures are.
 * The same picture gives the same embedding to the bit.
 *
 * <p>Holds native memory. Used by one thread at a time.
 */
public final class Embedder implements AutoCloseable {
  private final ModelDescription description;
  private final Interpreter interpreter;
  private final Preprocessor preprocessor;

  private Embedder(ModelDescription description, Interpreter interpreter) {
    this.description = description;
    this.interpreter = interpreter;
    this.preprocessor = new Preprocessor(interpreter.input());
  }

  /**
   * Makes the model ready to run.
   *
   * @throws ModelException when the network's input or output is not what the sidecar says
   * @throws pannier.vision.natives.NativesException when a native library is missing or broken
   */
  public static Embedder open(EmbeddingModel model) throws IOException {
    return open(model.description(), Interpreter.open(model.content()));
  }

  /** The same with TensorFlow Lite's own kernels: what XNNPACK is compared with. */
  public static Embedder openWithoutXnnpack(EmbeddingModel model) throws IOException {
    return open(model.description(), Interpreter.openWithoutXnnpack(model.content()));
  }

  private static Embedder open(ModelDescription description, Interpreter interpreter)
      throws IOException {
    OpenCv.load();
    List<Integer> wanted = List.of(1, description.sizePixels(), description.sizePixels(), 3);
    if (!interpreter.input().shape().equals(wanted)
        || interpreter.output().count() != description.dimensions()) {
      var error =
          new ModelException(
              "model %s: input %s and %d outputs, but its sidecar says %s and %d"
                  .formatted(
                      description.version(),
                      interpreter.input().shape(),
                      interpreter.output().count(),
                      wanted,
                      description.dimensions()));
      interpreter.close();
      throw error;
    }
    return new Embedder(description, interpreter);
  }

  public ModelDescription description() {
    return description;
  }

  /**
   * The embedding of a whole picture.
   *
   * @param bgr 8-bit BGR of any size; not changed
   * @return a new array of the model's dimensions
   */
  public float[] embed(Mat bgr) {
    if (bgr.type() != CvType.CV_8UC3 || bgr.empty()) {
      throw new IllegalArgumentException(
          "a picture of type %s, must be 8-bit BGR with pixels"
              .formatted(CvType.typeToString(bgr.type())));
    }
    preprocessor.write(bgr);
    invoke();
    float[] embedding = new float[description.dimensions()];
    read(interpreter.output(), embedding);
    description.normalise(embedding);
    return embedding;
  }

  /** The bare network over whatever its input holds: what {@link #embed} is measured against. */
  public void invoke() {
    interpreter.invoke();
  }

  private static void read(Tensor output, float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (output.kind()) {
            case FLOAT32 -> output.data().getAtIndex(JAVA_FLOAT, i);
            case UINT8 ->
                output.scale() * ((output.data().get(JAVA_BYTE, i) & 0xff) - output.zeroPoint());
            case INT8 -> output.scale() * (output.data().get(JAVA_BYTE, i) - output.zeroPoint());
          };
    }
  }

  @Override
  public void close() {
    preprocessor.close();
    interpreter.close();
  }
}
