package pannier.app.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import pannier.domain.evidence.LoadSample;
import pannier.domain.evidence.MotionSample;
import pannier.domain.reconcile.Decision;
import pannier.domain.trip.Input;

/**
 * The domain's records as CBOR: maps by component name, a sealed type's case under {@code is}. The
 * domain itself knows nothing of it.
 */
final class JournalCodec {
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Sealed {}

  /** Without component names: eighty of them come in a second. */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  private interface AsArray {}

  private final ObjectMapper mapper;

  JournalCodec() {
    mapper =
        CBORMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .addMixIn(Decision.class, Sealed.class)
            .addModule(new JavaTimeModule())
            .addMixIn(LoadSample.class, AsArray.class)
            .addMixIn(MotionSample.class, AsArray.class)
            .addMixIn(Input.class, Sealed.class)
            .build();
    mapper.registerSubtypes(Decision.class.getPermittedSubclasses());
    mapper.registerSubtypes(Input.class.getPermittedSubclasses());
  }

  byte[] encode(Object value) {
    try {
      return mapper.writerFor(declared(value)).writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot journal a " + value.getClass(), e);
    }
  }

  <T> T decode(byte[] bytes, Class<T> type) throws IOException {
    return mapper.readValue(bytes, type);
  }

  private static Class<?> declared(Object value) {
    return value instanceof Decision ? Decision.class : value.getClass();
  }
}
