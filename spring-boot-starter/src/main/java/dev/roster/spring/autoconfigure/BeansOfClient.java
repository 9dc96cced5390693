package dev.roster.spring.autoconfigure;

import dev.roster.spring.RosterConnectionDetails;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Finds the bean that is meant for a client where an application may have several of a type. */
final class BeansOfClient {

  private final ConfigurableListableBeanFactory beans;
  private final Supplier<Set<String>> clients;

  /**
   * Looks among some beans.
   *
   * @param clients the names of all clients, each of which may have beans of its own
   */
  BeansOfClient(ConfigurableListableBeanFactory beans, Supplier<Set<String>> clients) {
    this.beans = beans;
    this.clients = clients;
  }

  /**
   * The bean that has the client's name as qualifier, or else the only or primary one of those that
   * are for no other client.
   *
   * @return empty where there is no such bean of the type
   * @throws NoUniqueBeanDefinitionException if there are several: credentials are never chosen by
   *     chance
   */
  <T> Optional<T> find(Class<T> type, String client) {
    return own(type, client).or(() -> shared(type, client));
  }

  /**
   * The bean that has the client's name as qualifier.
   *
   * @throws NoUniqueBeanDefinitionException if there are several and none is primary
   */
  <T> Optional<T> own(Class<T> type, String client) {
    return oneOf(names(type).stream().filter(name -> isQualified(name, client)).toList(), type);
  }

  /**
   * The only or primary one of the beans that are for no other client.
   *
   * @throws NoUniqueBeanDefinitionException if there are several and none is primary
   */
  <T> Optional<T> shared(Class<T> type, String client) {
    List<String> all = names(type);
    Set<String> others = otherClients(client);
    List<String> left = all.stream().filter(name -> !isQualified(name, others)).toList();
    return left.size() == all.size()
        ? Optional.ofNullable(beans.getBeanProvider(type).getIfAvailable())
        : oneOf(left, type);
  }

  private Set<String> otherClients(String client) {
    Set<String> others = new LinkedHashSet<>(clients.get());
    others.add(RosterConnectionDetails.DEFAULT_CLIENT);
    others.remove(client);
    return others;
  }

  private List<String> names(Class<?> type) {
    return Arrays.asList(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, type));
  }

  private boolean isQualified(String bean, Set<String> names) {
    return names.stream().anyMatch(name -> isQualified(bean, name));
  }

  private boolean isQualified(String bean, String client) {
    return BeanFactoryAnnotationUtils.isQualifierMatch(client::equals, bean, beans);
  }

  private <T> Optional<T> oneOf(List<String> names, Class<T> type) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    List<String> primary = names.stream().filter(this::isPrimary).toList();
    List<String> chosen = primary.isEmpty() ? names : primary;
    if (chosen.size() > 1) {
      throw new NoUniqueBeanDefinitionException(type, chosen);
    }
    return Optional.of(beans.getBean(chosen.get(0), type));
  }

  private boolean isPrimary(String bean) {
    try {
      return beans.getMergedBeanDefinition(bean).isPrimary();
    } catch (NoSuchBeanDefinitionException registeredAsObject) {
      return false;
    }
  }
}
