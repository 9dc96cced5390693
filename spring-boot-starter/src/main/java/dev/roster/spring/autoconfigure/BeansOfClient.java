package dev.roster.spring.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Finds the bean that is meant for a client where an application may have several of a type. */
final class BeansOfClient {

  private final ConfigurableListableBeanFactory beans;

  BeansOfClient(ConfigurableListableBeanFactory beans) {
    this.beans = beans;
  }

  /**
   * The bean that has the client's name as qualifier, or else the only or primary one.
   *
   * @return empty where there is no bean of the type
   * @throws org.springframework.beans.factory.NoUniqueBeanDefinitionException if there are several
   *     and none is for the client: credentials are never chosen by chance
   */
  <T> Optional<T> find(Class<T> type, String client) {
    List<String> qualified =
        Arrays.stream(beans.getBeanNamesForType(type))
            .filter(name -> isQualified(name, client))
            .toList();
    return qualified.size() == 1
        ? Optional.of(beans.getBean(qualified.get(0), type))
        : Optional.ofNullable(beans.getBeanProvider(type).getIfAvailable());
  }

  private boolean isQualified(String bean, String client) {
    return BeanFactoryAnnotationUtils.isQualifierMatch(client::equals, bean, beans);
  }
}
