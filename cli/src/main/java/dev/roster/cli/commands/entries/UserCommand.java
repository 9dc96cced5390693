package dev.roster.cli.commands.entries;

import dev.roster.DirectoryEntries;
import dev.roster.UserId;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.rows.IdShape;
import dev.roster.cli.rows.UserShape;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import dev.roster.directory.PersonName;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Users. */
@Command(
    name = "user",
    description = "Finds, lists, shows and creates users.",
    subcommands = {
      UserCommand.Find.class,
      UserCommand.All.class,
      UserCommand.Show.class,
      UserCommand.Create.class
    })
public final class UserCommand {

  /** Finds users. */
  @Command(
      name = "find",
      description = "Finds users by user name, e-mail address or external id.",
      footer = {
        "",
        "Examples:",
        "  roster user find ada grace@example.com",
        "  roster user find external:https://idp.example.com:00u1"
      })
  static final class Find extends StoreCommand {

    @Parameters(paramLabel = "USER", arity = "1..*", description = "names, addresses or ids")
    private List<String> users = List.of();

    @Override
    protected int run(Session session) {
      List<UserId> ids = List.copyOf(session.names().users(users).values());
      if (session.root().namesWanted()) {
        EntryReading.ofUsers(session, ids);
      } else {
        session.results().all(IdShape.USER_ID, ids);
      }
      return ExitCode.DONE;
    }
  }

  /** Lists users. */
  @Command(
      name = "list",
      description = "Lists all users of the store.",
      footer = {"", "Example:", "  roster user list --output csv > users.csv"})
  static final class All extends StoreCommand {

    @Override
    protected int run(Session session) {
      return EntryReading.list(session, session.client().directory().users(), UserShape.USER);
    }
  }

  /** Shows one user. */
  @Command(
      name = "show",
      description = "Shows all that the store says of a user.",
      footer = {"", "Example:", "  roster user show ada"})
  static final class Show extends StoreCommand {

    @Parameters(paramLabel = "USER", description = "a name, an e-mail address or an id")
    private @Nullable String user;

    @Override
    protected int run(Session session) {
      UserId id = session.names().user(Objects.requireNonNull(user, "required"));
      User entry = session.client().directory().users().get(id);
      return EntryReading.show(session, UserShape.USER, entry);
    }
  }

  /** Creates a user. */
  @Command(
      name = "create",
      description = "Creates a user. The service sends no invitation.",
      footer = {
        "",
        "Example:",
        "  roster user create ada --given-name Ada --family-name Lovelace --email ada@example.com"
      })
  static final class Create extends StoreCommand {

    @Parameters(paramLabel = "USER_NAME", description = "the unique name")
    private @Nullable String name;

    @Option(names = "--display-name", description = "default: the given and the family name")
    private @Nullable String displayName;

    @Option(names = "--given-name", required = true, description = "the given name")
    private String given = "";

    @Option(names = "--family-name", required = true, description = "the family name")
    private String family = "";

    @Option(names = "--email", description = "the e-mail address")
    private @Nullable String email;

    @Mixin private CreationOptions creation = new CreationOptions();

    @Override
    protected int run(Session session) {
      session.results().requireFormat(UserShape.USER);
      String wanted = Objects.requireNonNull(name, "required");
      DirectoryEntries<UserId, User> users = session.client().directory().users();
      FieldValues<User> fields = fields(wanted);
      if (creation.isDryRun()) {
        return creation.rehearse(session, users, LookupKey.userName(wanted), "user");
      }
      UserId id = users.create(fields).id();
      return CreationOptions.show(session, UserShape.USER, User.of(id, fields));
    }

    private FieldValues<User> fields(String wanted) {
      String shown = displayName == null ? (given + " " + family).strip() : displayName;
      FieldValues<User> fields =
          UserFields.named(wanted)
              .with(UserFields.NAME, PersonName.of(given, family))
              .with(UserFields.DISPLAY_NAME, shown);
      return email == null
          ? fields
          : fields.with(UserFields.EMAILS, List.of(ContactPoint.primary(email)));
    }
  }
}
