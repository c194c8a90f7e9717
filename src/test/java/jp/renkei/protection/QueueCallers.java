package jp.renkei.protection;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets the callers of a hub under test take what is for them by queue. */
public final class QueueCallers implements BeanPostProcessor {

  private final Taking outcomes;
  private final String owner;

  /** They take their outcomes so. */
  public QueueCallers() {
    this(Taking.QUEUE, null);
  }

  /**
   * @param owner one that takes its questions so, or null
   */
  public QueueCallers(Taking outcomes, String owner) {
    this.outcomes = outcomes;
    this.owner = owner;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof Users users ? new ByQueue(users) : bean;
  }

  private final class ByQueue extends Users {

    private final Users users;

    ByQueue(Users users) {
      super(List.of(new Entry(new User("nobody", Role.ADMIN, null), "")));
      this.users = users;
    }

    @Override
    public Optional<User> find(String name) {
      return users.find(name);
    }

    @Override
    public List<Caller> callers() {
      return users.callers().stream()
          .map(
              caller ->
                  new Caller(
                      caller.id(),
                      caller.share(),
                      outcomes,
                      caller.id().equals(owner) ? Taking.QUEUE : Taking.POLL))
          .toList();
    }

    @Override
    public boolean matches(String name, String password) {
      return users.matches(name, password);
    }
  }
}
