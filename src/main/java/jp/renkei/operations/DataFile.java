package jp.renkei.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.core.io.Resource;

/**
 * A file of data that the hub works by.
 *
 * @param name its folder and name, e.g. {@code routes/flows/assessment.yaml}
 * @param resource where it is
 * @param outside whether it is laid over what is built in
 */
record DataFile(String name, Resource resource, boolean outside) {

  /** Its name as operators are told it: outside with the folder where it lies. */
  String toldName() {
    return outside ? path() : name;
  }

  /** Where Camel finds it. */
  String uri() {
    return outside ? "file:" + path() : "classpath:" + name;
  }

  String text() throws IOException {
    return resource.getContentAsString(StandardCharsets.UTF_8);
  }

  boolean holdsTheSameAs(DataFile other) throws IOException {
    return Arrays.equals(resource.getContentAsByteArray(), other.resource.getContentAsByteArray());
  }

  private String path() {
    try {
      return resource.getFile().getPath();
    } catch (IOException e) {
      throw new IllegalStateException(name + " is no file", e);
    }
  }
}
