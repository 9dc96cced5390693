package dev.roster.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Starts an emulator for the context of a test, leads every client of the application to it, and
 * gives them its keys.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureRosterEmulator
 * class JoinTest {
 *   @Autowired MemoryIdentityStore store;
 * }
 * }</pre>
 *
 * <p>The beans are the {@link dev.roster.emulator.Emulator}, with a store for each client that
 * properties describe, and the first of these stores. A test that needs another emulator provides
 * one as a bean. Clients whose scheme is neither {@code aws} nor {@code huawei} stay as they are.
 * Where no property describes a client, there is one on AWS.
 *
 * <p>Each test begins with what the stores held when the application had started: users, groups,
 * memberships and quotas are brought back, faults, counts and the journal are cleared. So a test
 * puts its data there in {@code @BeforeEach}, or the application as it starts.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
@SuppressWarnings("exports") // What its annotations name is for Spring alone.
public @interface AutoConfigureRosterEmulator {}
