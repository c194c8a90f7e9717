package jp.renkei.endtoend.crash;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.lang.instrument.Instrumentation;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.matcher.ElementMatcher;

/** The agent, whose argument is a crash point; it counts from the moment in which it comes. */
public final class CrashAgent {

  /** The exit status of a process whose crash point names no method. */
  static final int NO_SUCH_METHOD = 3;

  private CrashAgent() {}

  /** Called by the JVM before main. */
  public static void premain(String point, Instrumentation instrumentation) {
    weave(CrashPoint.parse(point), instrumentation);
  }

  /** Called by the JVM when it is attached to a running process. */
  public static void agentmain(String point, Instrumentation instrumentation) {
    weave(CrashPoint.parse(point), instrumentation);
  }

  private static void weave(CrashPoint crash, Instrumentation instrumentation) {
    Halt.after(crash.time());
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        // a class that is loaded already, too
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
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
