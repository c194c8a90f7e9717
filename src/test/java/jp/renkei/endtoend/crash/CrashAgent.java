package jp.renkei.endtoend.crash;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatcher;

/** The agent: {@code -javaagent:crash-agent.jar=<crash point>,<fuse>}. */
public final class CrashAgent {

  /** The exit status of a process whose crash point names no method. */
  static final int NO_SUCH_METHOD = 3;

  private CrashAgent() {}

  /** Called by the JVM before main. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    String[] pointAndFuse = arguments.split(",", 2);
    CrashPoint crash = CrashPoint.parse(pointAndFuse[0]);
    Halt.after(crash.time(), Path.of(pointAndFuse[1]));
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .type(named(crash.type()))
        .transform((type, description, loader, module, domain) -> weave(type, description, crash))
        .installOn(instrumentation);
  }

  private static DynamicType.Builder<?> weave(
      DynamicType.Builder<?> type, TypeDescription description, CrashPoint crash) {
    ElementMatcher<MethodDescription> method =
        named(crash.method()).<MethodDescription>and(not(isAbstract()));
    if (description.getDeclaredMethods().filter(method).isEmpty()) {
      System.err.println("no such method: " + crash);
      Runtime.getRuntime().halt(NO_SUCH_METHOD);
    }
    Class<?> advice = crash.moment() == CrashPoint.Moment.ENTER ? OnEnter.class : OnExit.class;
    return type.visit(Advice.to(advice).on(method));
  }

  /** Woven in before a method's first line. */
  static final class OnEnter {

    private OnEnter() {}

    @Advice.OnMethodEnter
    static void entered() {
      Halt.passed();
    }
  }

  /** Woven in where a method returns; not where it throws. */
  static final class OnExit {

    private OnExit() {}

    @Advice.OnMethodExit
    static void left() {
      Halt.passed();
    }
  }
}
