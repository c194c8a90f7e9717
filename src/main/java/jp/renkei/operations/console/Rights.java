package jp.renkei.operations.console;

import io.hawt.jmx.JMXSecurityMBean;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;

/** Tells Hawtio which buttons to draw: only those that would not be refused. */
public final class Rights implements JMXSecurityMBean {

  private final LookingOnly rights;

  Rights(LookingOnly rights) {
    this.rights = rights;
  }

  /** Whether anything of the MBean may be called or read. */
  @Override
  public boolean canInvoke(String bean) throws MalformedObjectNameException {
    return rights.isVisible(new ObjectName(bean));
  }

  @Override
  public boolean canInvoke(String bean, String operation) throws MalformedObjectNameException {
    return rights.mayCall(new ObjectName(bean), operation);
  }

  @Override
  public boolean canInvoke(String bean, String operation, String[] types)
      throws MalformedObjectNameException {
    return canInvoke(bean, operation);
  }

  /** The same for many MBeans, each with many operations and their signatures. */
  @Override
  public TabularData canInvoke(Map<String, List<String>> asked) throws JMException {
    TabularData told = new TabularDataSupport(CAN_INVOKE_TABULAR_TYPE);
    for (Map.Entry<String, List<String>> bean : asked.entrySet()) {
      if (bean.getValue().isEmpty()) {
        tell(told, bean.getKey(), "", canInvoke(bean.getKey()));
      }
      // an operation may be asked for twice, by its name and by its signature
      for (String operation : bean.getValue()) {
        tell(told, bean.getKey(), operation, canInvoke(bean.getKey(), operation));
      }
    }
    return told;
  }

  private static void tell(TabularData told, String bean, String operation, boolean can)
      throws JMException {
    CompositeDataSupport row =
        new CompositeDataSupport(
            CAN_INVOKE_RESULT_ROW_TYPE,
            CAN_INVOKE_RESULT_COLUMNS,
            new Object[] {bean, operation, can});
    // by its key: to look through the rows costs a minute of processor where there are forty flows
    if (!told.containsKey(told.calculateIndex(row))) {
      told.put(row);
    }
  }
}
