package pannier.vision.embed;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/**
 * An input or output of an interpreter, in the interpreter's own memory.
 *
 * @param kind how a value is stored
 * @param shape sizes of its dimensions, for pictures: batch, height, width, channels
 * @param data valid while the interpreter is open
 * @param scale real value = scale × (stored value − zeroPoint); 1 for floats
 * @param zeroPoint 0 for floats
 */
record Tensor(Kind kind, List<Integer> shape, MemorySegment data, float scale, int zeroPoint) {
  /** TfLiteType's numbers (tensorflow/lite/core/c/c_api_types.h). */
  enum Kind {
    FLOAT32(1, 4),
    UINT8(3, 1),
    INT8(9, 1);

    private final int code;
    private final int bytes;

    Kind(int code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    static Kind of(int code) throws ModelException {
      return Arrays.stream(values())
          .filter(kind -> kind.code == code)
          .findFirst()
          .orElseThrow(
              () ->
                  new ModelException(
                      "a tensor of TfLiteType %d; float32, uint8 or int8 are read"
                          .formatted(code)));
    }
  }

  Tensor {
    shape = List.copyOf(shape);
    long count = shape.stream().mapToLong(size -> size).reduce(1, (a, b) -> a * b);
    if (data.byteSize() != count * kind.bytes) {
      throw new IllegalArgumentException(
          "%d bytes for %s of %s".formatted(data.byteSize(), kind, shape));
    }
  }

  int count() {
    return (int) (data.byteSize() / kind.bytes);
  }
}
