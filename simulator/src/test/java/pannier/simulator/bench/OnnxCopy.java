package pannier.simulator.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The network of a TensorFlow Lite file as ONNX, for a reader that knows only that: weights of 8
 * bits become the floats that they stand for. It knows the layers that our networks have, and
 * refuses others. Numbers of fields and operators are those of TensorFlow Lite's schema.fbs
 * (version 3) and of onnx.proto (operators of set 10).
 */
final class OnnxCopy {
  private static final int OPERATOR_SET = 10;
  private static final int FLOAT = 1; // TensorProto.DataType

  private final List<FlatTable> codes;
  private final List<FlatTable> tensors;
  private final List<FlatTable> buffers;
  private final Protobuf graph = new Protobuf().text(2, "copy");

  /** A tensor that is another one in another shape. */
  private final Map<Integer, Integer> same = new HashMap<>();

  private OnnxCopy(FlatTable model, FlatTable network) {
    codes = model.tables(1);
    buffers = model.tables(4);
    tensors = network.tables(0);
  }

  /**
   * @throws IllegalArgumentException if it has a layer that this does not know
   */
  static byte[] of(byte[] tflite) {
    FlatTable model = FlatTable.root(tflite);
    FlatTable network = model.tables(2).getFirst();
    return new OnnxCopy(model, network).copy(network);
  }

  private byte[] copy(FlatTable network) {
    network.tables(3).forEach(this::layer);
    int input = network.ints(1)[0];
    int[] shape = shape(input);
    graph.message(11, value(name(input), shape[0], shape[3], shape[1], shape[2]));
    graph.message(12, value(name(network.ints(2)[0])));
    return new Protobuf()
        .number(1, 5)
        .message(8, new Protobuf().text(1, "").number(2, OPERATOR_SET))
        .message(7, graph)
        .bytes();
  }

  private void layer(FlatTable layer) {
    FlatTable code = codes.get(layer.intAt(0));
    int[] in = layer.ints(1);
    int out = layer.ints(2)[0];
    switch (Math.max(code.byteAt(0), code.intAt(3))) {
      case 0 -> activated("Add", in, out, layer.table(4).byteAt(0), List.of());
      case 2 -> node("Concat", names(in), name(out), List.of(attribute("axis", 1)));
      case 3 -> convolution(layer, in, out, false);
      case 4 -> convolution(layer, in, out, true);
      case 22 -> same.put(out, same.getOrDefault(in[0], in[0])); // RESHAPE of a single pixel
      case 40 ->
          node("GlobalAveragePool", names(in[0]), name(out), List.of()); // MEAN, of a picture
      case 45, 77, 83 -> {} // STRIDED_SLICE, SHAPE, PACK: they only reckon up RESHAPE's shape
      default -> throw new IllegalArgumentException("layer " + code.intAt(3));
    }
  }

  private void convolution(FlatTable layer, int[] in, int out, boolean byChannel) {
    FlatTable options = layer.table(4);
    int[] kernel = shape(in[1]); // out (1 where each channel is for itself), height, width, in
    int[] strides = {options.intAt(2), options.intAt(1)};
    int[] pads = new int[4];
    for (int axis = 0; axis < 2 && options.byteAt(0) == 0; axis++) { // SAME
      int covered = (shape(out)[1 + axis] - 1) * strides[axis] + kernel[1 + axis];
      int missing = Math.max(0, covered - shape(in[0])[1 + axis]);
      pads[axis] = missing / 2;
      pads[2 + axis] = missing - missing / 2;
    }
    int outputs = byChannel ? kernel[3] : kernel[0];
    int inputs = byChannel ? 1 : kernel[3];
    initializer(in[1], weights(in[1]), outputs, inputs, kernel[1], kernel[2]);
    initializer(in[2], floats(in[2]), outputs);
    List<Protobuf> attributes =
        List.of(
            attribute("kernel_shape", kernel[1], kernel[2]),
            attribute("strides", strides),
            attribute("pads", pads),
            attribute("group", byChannel ? outputs : 1));
    activated("Conv", in, out, options.byteAt(byChannel ? 4 : 3), attributes);
  }

  /** A layer, and what is done to its output. */
  private void activated(
      String operator, int[] in, int out, int activation, List<Protobuf> attributes) {
    String bare = activation == 0 ? name(out) : name(out) + "-bare";
    node(operator, names(in), bare, attributes);
    switch (activation) {
      case 0 -> {}
      case 1 -> node("Relu", List.of(bare), name(out), List.of());
      case 3 -> node("Clip", List.of(bare), name(out), List.of(real("min", 0), real("max", 6)));
      default -> throw new IllegalArgumentException("activation " + activation);
    }
  }

  private void node(String operator, List<String> in, String out, List<Protobuf> attributes) {
    Protobuf node = new Protobuf();
    in.forEach(name -> node.text(1, name));
    node.text(2, out).text(3, out).text(4, operator);
    attributes.forEach(attribute -> node.message(5, attribute));
    graph.message(1, node);
  }

  /** One number is a number, several are a list. */
  private static Protobuf attribute(String name, int... values) {
    Protobuf attribute = new Protobuf().text(1, name);
    if (values.length == 1) {
      return attribute.number(3, values[0]).number(20, 2);
    }
    for (int value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, 7);
  }

  private static Protobuf real(String name, float value) {
    return new Protobuf().text(1, name).real(2, value).number(20, 1);
  }

  private void initializer(int tensor, float[] values, int... shape) {
    Protobuf message = new Protobuf();
    for (int length : shape) {
      message.number(1, length);
    }
    ByteBuffer raw =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    graph.message(5, message.number(2, FLOAT).text(8, name(tensor)).bytes(9, raw.array()));
  }

  private static Protobuf value(String name, int... shape) {
    Protobuf lengths = new Protobuf();
    for (int length : shape) {
      lengths.message(1, new Protobuf().number(1, length));
    }
    Protobuf type = new Protobuf().number(1, FLOAT).message(2, lengths);
    return new Protobuf().text(1, name).message(2, new Protobuf().message(1, type));
  }

  /** Of shape out, height, width, in, given as out, in, height, width. */
  private float[] weights(int tensor) {
    int[] shape = shape(tensor);
    int pixels = shape[1] * shape[2];
    float[] values = floats(tensor);
    float[] turned = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int in = i % shape[3];
      int pixel = i / shape[3] % pixels;
      int out = i / shape[3] / pixels;
      turned[(out * shape[3] + in) * pixels + pixel] = values[i];
    }
    return turned;
  }

  /** What its numbers stand for, in their own order. */
  private float[] floats(int tensor) {
    FlatTable table = tensors.get(tensor);
    ByteBuffer data = buffers.get(table.intAt(2)).bytes(0);
    int[] shape = shape(tensor);
    return switch (table.byteAt(1)) {
      case 0 -> {
        float[] values = new float[data.remaining() / Float.BYTES];
        data.asFloatBuffer().get(values);
        yield values;
      }
      case 9 -> { // INT8, symmetric, with a scale for each place along one axis
        float[] scales = table.table(4).floats(2);
        int axis = table.table(4).intAt(6);
        int stride = 1;
        for (int i = axis + 1; i < shape.length; i++) {
          stride *= shape[i];
        }
        float[] values = new float[data.remaining()];
        for (int i = 0; i < values.length; i++) {
          values[i] = data.get(i) * scales[i / stride % scales.length];
        }
        yield values;
      }
      default -> throw new IllegalArgumentException("weights of type " + table.byteAt(1));
    };
  }

  private int[] shape(int tensor) {
    return tensors.get(tensor).ints(0);
  }

  private List<String> names(int... all) {
    return IntStream.of(all).mapToObj(this::name).toList();
  }

  private String name(int tensor) {
    return "t" + same.getOrDefault(tensor, tensor);
  }
}
