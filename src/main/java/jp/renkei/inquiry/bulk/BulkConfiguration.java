package jp.renkei.inquiry.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.Partners;
import jp.renkei.inquiry.ReadSubmission;
import jp.renkei.inquiry.Submit;
import jp.renkei.message.MessageKinds;
import jp.renkei.protection.Spools;
import jp.renkei.protection.Users;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What takes many inquiries at once. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

  @Bean
  TakeInquiries takeInquiries(ReadSubmission submissions, Submit submit) {
    return new TakeInquiries(submissions, submit);
  }

  @Bean
  Spools spools(@Value("${renkei.data}") Path data) {
    return new Spools(data.resolve("spool"));
  }

  @Bean
  DropFolders dropFolders(
      Partners partners,
      @Value("${renkei.drop-folders}") String named,
      @Value("${renkei.demo}") boolean demo,
      Users users) {
    return new DropFolders(partners.folder(), named, demo, users);
  }

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService takingFiles() {
    return Executors.newCachedThreadPool(task -> new Thread(task, "renkei-files"));
  }

  @Bean
  TakeFile takeFile(
      DropFolders folders,
      TakeInquiries takeInquiries,
      Spools spools,
      Catalogue catalogue,
      MessageKinds kinds,
      ObjectMapper json,
      ExecutorService takingFiles) {
    return new TakeFile(folders, takeInquiries, spools, catalogue, kinds, json, takingFiles);
  }
}
