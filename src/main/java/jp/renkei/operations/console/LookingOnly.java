package jp.renkei.operations.console;

import java.util.Map;
import java.util.Set;
import javax.management.ObjectName;

/**
 * The one list of what may be done over JMX from outside: reading of what is named here, and the
 * dumps that Hawtio draws its diagrams from. No message body, no setting, no system property is in
 * it; what is not in it does not exist for whoever looks.
 */
final class LookingOnly {

  private static final String CAMEL = "org.apache.camel";
  private static final String TYPE = "type";

  /** Camel's MBeans that tell of routes; those of components and services know settings. */
  private static final Set<String> CAMEL_TYPES =
      Set.of("context", "routes", "processors", "consumers", "endpoints");

  /** Of an endpoint's and a context's attributes, those that may tell a setting. */
  private static final Set<String> CAMEL_SETTINGS = Set.of("GlobalOptions", "Properties");

  /** What of the Java machine may be read, by type; of it no path, argument or property. */
  private static final Map<String, Set<String>> MACHINE =
      Map.of(
          "Runtime",
          Set.of("Name", "Uptime", "StartTime", "VmName", "VmVersion", "SpecVersion"),
          "Memory",
          Set.of("HeapMemoryUsage", "NonHeapMemoryUsage"),
          "Threading",
          Set.of("ThreadCount", "PeakThreadCount", "DaemonThreadCount"),
          "OperatingSystem",
          Set.of("Name", "AvailableProcessors", "SystemLoadAverage", "ProcessCpuLoad"));

  /** Camel's operations that draw a route or count its messages, and change nothing. */
  private static final Map<String, Set<String>> DUMPS =
      Map.of(
          "context",
          Set.of("dumpRoutesAsXml", "dumpRoutesStatsAsXml"),
          "routes",
          Set.of("dumpRouteAsXml", "dumpRouteStatsAsXml"));

  /** Whether the MBean exists for whoever looks. */
  boolean isVisible(ObjectName bean) {
    String type = bean.getKeyProperty(TYPE);
    return type != null
        && switch (bean.getDomain()) {
          case CAMEL -> CAMEL_TYPES.contains(type);
          case ConsoleNames.DOMAIN -> true;
          case "java.lang" -> MACHINE.containsKey(type);
          default -> false;
        };
  }

  /** Whether an attribute may be read. */
  boolean mayRead(ObjectName bean, String attribute) {
    if (!isVisible(bean)) {
      return false;
    }
    return switch (bean.getDomain()) {
      case CAMEL -> !CAMEL_SETTINGS.contains(attribute);
      case "java.lang" -> MACHINE.get(bean.getKeyProperty(TYPE)).contains(attribute);
      default -> true;
    };
  }

  /**
   * Whether an operation may be called.
   *
   * @param operation its name, with or without its signature
   */
  boolean mayCall(ObjectName bean, String operation) {
    if (bean.isPattern()) {
      return false;
    }
    String name = operation.replaceFirst("\\(.*", "");
    String type = bean.getKeyProperty(TYPE);
    return switch (bean.getDomain()) {
      case CAMEL -> type != null && DUMPS.getOrDefault(type, Set.of()).contains(name);
      case ConsoleNames.DOMAIN -> bean.equals(ConsoleNames.RIGHTS) && "canInvoke".equals(name);
      default -> false;
    };
  }
}
