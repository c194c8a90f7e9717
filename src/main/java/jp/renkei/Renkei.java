package jp.renkei;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the hub. */
@SpringBootApplication
public class Renkei {

  public static void main(String[] arguments) {
    SpringApplication.run(Renkei.class, arguments);
  }
}
