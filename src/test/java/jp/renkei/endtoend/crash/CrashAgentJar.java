package jp.renkei.endtoend.crash;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
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

  private CrashAgentJar(Path jar) {
    this.jar = jar;
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
    return new CrashAgentJar(jar);
  }

  /** The JVM argument that ends a process at a point, counting from its start. */
  public String argument(CrashPoint point) {
    return "-javaagent:" + jar + "=" + point;
  }

  /**
   * Ends a running process at a point, counting from now on.
   *
   * @param pid of a JVM of the same user
   */
  public void end(long pid, CrashPoint point) throws IOException {
    try {
      VirtualMachine process = VirtualMachine.attach(Long.toString(pid));
      process.loadAgent(jar.toString(), point.toString());
      process.detach();
    } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
      throw new IOException("no agent in process " + pid, e);
    }
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(new Attributes.Name("Premain-Class"), CrashAgent.class.getName());
    attributes.put(new Attributes.Name("Agent-Class"), CrashAgent.class.getName());
    attributes.put(new Attributes.Name("Can-Retransform-Classes"), "true");
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
