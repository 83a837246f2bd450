package pannier.simulator.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of a FlatBuffers file (flatbuffers.dev, "FlatBuffer internals"): where it begins, its
 * first four bytes lead to the list of its fields' places. Fields go by their number in the schema.
 */
record FlatTable(ByteBuffer file, int at) {
  /** The table that a file is. */
  static FlatTable root(byte[] content) {
    ByteBuffer file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    return new FlatTable(file, file.getInt(0));
  }

  /** A byte; 0 where the field is left out. */
  int byteAt(int field) {
    int place = place(field);
    return place == 0 ? 0 : file.get(place);
  }

  /** 0 where the field is left out. */
  int intAt(int field) {
    int place = place(field);
    return place == 0 ? 0 : file.getInt(place);
  }

  FlatTable table(int field) {
    int place = place(field);
    return new FlatTable(file, place + file.getInt(place));
  }

  List<FlatTable> tables(int field) {
    int first = start(field);
    return IntStream.range(0, length(field))
        .mapToObj(i -> first + 4 * i)
        .map(place -> new FlatTable(file, place + file.getInt(place)))
        .toList();
  }

  int[] ints(int field) {
    int first = start(field);
    return IntStream.range(0, length(field)).map(i -> file.getInt(first + 4 * i)).toArray();
  }

  float[] floats(int field) {
    float[] values = new float[length(field)];
    for (int i = 0; i < values.length; i++) {
      values[i] = file.getFloat(start(field) + 4 * i);
    }
    return values;
  }

  /** A list of bytes; a view. */
  ByteBuffer bytes(int field) {
    return file.slice(start(field), length(field)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private int length(int field) {
    return place(field) == 0 ? 0 : file.getInt(vector(field));
  }

  private int start(int field) {
    return vector(field) + 4;
  }

  private int vector(int field) {
    int place = place(field);
    return place + file.getInt(place);
  }

  /** Where a field lies; 0 if it is left out. */
  private int place(int field) {
    int fields = at - file.getInt(at);
    int entry = 4 + 2 * field;
    int offset = entry < file.getShort(fields) ? file.getShort(fields + entry) : 0;
    return offset == 0 ? 0 : at + offset;
  }
}
