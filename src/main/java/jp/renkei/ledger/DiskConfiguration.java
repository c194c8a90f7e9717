package jp.renkei.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What watches the disks, and what closes the intake. */
@Configuration(proxyBeanMethods = false)
class DiskConfiguration {

  @Bean
  StoreSpace storeSpace() {
    return StoreSpace.REAL;
  }

  @Bean
  DiskReserve diskReserve(@Value("${renkei.disk-reserve}") String setting) {
    return DiskReserve.of(setting);
  }

  @Bean
  DiskWatch diskWatch(
      DataFolder data,
      @Value("${renkei.evidence}") String evidence,
      @Value("${renkei.partners}") String partners,
      DiskReserve reserve,
      StoreSpace stores) {
    List<Path> folders = new ArrayList<>(List.of(data.path()));
    List.of(evidence, partners).stream()
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .forEach(folders::add);
    DiskWatch watch = new DiskWatch(folders, reserve, stores);
    watch.look();
    return watch;
  }

  @Bean
  Intake intake(SealLag seals, DiskWatch disk) {
    return new Intake(seals, disk);
  }
}
