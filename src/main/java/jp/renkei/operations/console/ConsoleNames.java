package jp.renkei.operations.console;

import java.util.Hashtable;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The names of the hub's own MBeans. */
final class ConsoleNames {

  static final String DOMAIN = "renkei";

  /** Hawtio looks for this type and area, and asks it which buttons to draw. */
  static final ObjectName RIGHTS = name("type", "security", "area", "jmx", "name", "Rights");

  static final ObjectName LEDGER = name("type", "Ledger");

  private ConsoleNames() {}

  static ObjectName flow(String id) {
    return name("type", "Flow", "name", id);
  }

  static ObjectName agency(String id) {
    return name("type", "Agency", "name", id);
  }

  static ObjectName delivery(String address) {
    return name("type", "Delivery", "name", address);
  }

  private static ObjectName name(String... keysAndValues) {
    Hashtable<String, String> properties = new Hashtable<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    try {
      return new ObjectName(DOMAIN, properties);
    } catch (MalformedObjectNameException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
