package dev.roster.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Tests the part of an application that uses Roster: its clients, on an emulator, and no component
 * but those that are asked for.
 *
 * <pre>{@code
 * @RosterTest
 * @Import(Teams.class)
 * class TeamsTest {
 *   @Autowired Teams teams;
 *   @Autowired MemoryIdentityStore store;
 * }
 * }</pre>
 *
 * <p>The same test on the other cloud is one with another property: {@code @RosterTest(properties =
 * "roster.uri=huawei://d-1234567890?region=cn-north-4")}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(RosterTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(RosterTypeExcludeFilter.class)
@AutoConfigureRoster
@AutoConfigureRosterEmulator
@ImportAutoConfiguration
@SuppressWarnings("exports") // What its annotations name is for Spring alone.
public @interface RosterTest {

  /**
   * Properties of the test, as {@code key=value}.
   *
   * @return none unless given
   */
  String[] properties() default {};

  /**
   * Which components of the application are included.
   *
   * @return none unless given
   */
  ComponentScan.Filter[] includeFilters() default {};

  /**
   * Which components of the application are excluded although they are included.
   *
   * @return none unless given
   */
  ComponentScan.Filter[] excludeFilters() default {};

  /**
   * Whether components are excluded unless {@link #includeFilters} includes them.
   *
   * @return true unless given
   */
  boolean useDefaultFilters() default true;

  /**
   * Auto-configuration that is not imported.
   *
   * @return none unless given
   */
  @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
  Class<?>[] excludeAutoConfiguration() default {};
}
