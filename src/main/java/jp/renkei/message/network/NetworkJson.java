package jp.renkei.message.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import jp.renkei.message.BirthDate;

/**
 * The mapping between the network's records, the callers' JSON and the classes that are generated
 * from the XML schemas: by name. What is mapped is valid by a schema, so nothing is converted
 * leniently that a schema would refuse.
 */
final class NetworkJson {

  private NetworkJson() {}

  static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(new Jdk8Module())
        .addModule(new SimpleModule().addDeserializer(BirthDate.class, new BirthDateDeserializer()))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        .build();
  }

  /** The same for JSON from outside, where a list that is left out is an empty one. */
  static JsonMapper withEmptyLists() {
    JsonMapper mapper = mapper();
    mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    return mapper;
  }

  private static final class BirthDateDeserializer extends JsonDeserializer<BirthDate> {

    @Override
    public BirthDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return BirthDate.parse(parser.getText()).orElseThrow();
    }
  }
}
