package jp.renkei.endtoend.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/** The agent as a jar, made of the test classes; the weaver stays in its own jar beside it. */
public final class CrashAgentJar {

  private static final List<Class<?>> CLASSES =
      List.of(
          CrashAgent.class,
          CrashAgent.OnEnter.class,
          CrashAgent.OnExit.class,
          CrashPoint.class,
          CrashPoint.Moment.class,
          Halt.class);

  private final Path jar;

  private final Path fuse;

  private CrashAgentJar(Path jar, Path fuse) {
    this.jar = jar;
    this.fuse = fuse;
  }

  /** Makes the jar in a folder. */
  public static CrashAgentJar in(Path folder) throws IOException {
    Path jar = folder.resolve("crash-agent.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file, manifest())) {
      for (Class<?> type : CLASSES) {
        String name = type.getName().replace('.', '/') + ".class";
        entries.putNextEntry(new JarEntry(name));
        try (InputStream code = type.getResourceAsStream("/" + name)) {
          code.transferTo(entries);
        }
        entries.closeEntry();
      }
    }
    return new CrashAgentJar(jar, folder.resolve("crash-fuse"));
  }

  /** The JVM argument that ends the process at a point, once the fuse is lit. */
  public String argument(CrashPoint point) throws IOException {
    Files.deleteIfExists(fuse);
    return "-javaagent:" + jar + "=" + point + "," + fuse;
  }

  /** Counts from now on. */
  public void light() throws IOException {
    Files.createFile(fuse);
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(new Attributes.Name("Premain-Class"), CrashAgent.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, weaver());
    return manifest;
  }

  private static String weaver() {
    try {
      return ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation().toURI().toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
