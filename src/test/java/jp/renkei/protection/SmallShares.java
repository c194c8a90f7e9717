package jp.renkei.protection;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Gives the callers of a hub under test a share of two inquiries and 400 bytes. */
public final class SmallShares implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof Users users ? new Small(users) : bean;
  }

  private static final class Small extends Users {

    private final Users users;

    Small(Users users) {
      super(List.of(new Entry(new User("nobody", Role.ADMIN, null), "")));
      this.users = users;
    }

    @Override
    public Optional<User> find(String name) {
      return users.find(name).map(Small::small);
    }

    @Override
    public boolean matches(String name, String password) {
      return users.matches(name, password);
    }

    private static User small(User user) {
      return user.caller() == null
          ? user
          : new User(
              user.name(), user.role(), new Caller(user.caller().id(), new Share(1, 2, 400)));
    }
  }
}
