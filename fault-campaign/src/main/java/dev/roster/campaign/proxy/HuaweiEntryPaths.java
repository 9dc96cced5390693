package dev.roster.campaign.proxy;

import dev.roster.Operation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The methods and paths of Huawei Cloud's requests about users and groups. */
final class HuaweiEntryPaths {

  private static final Pattern PATH = Pattern.compile("/(users|groups)(?:/([^/?]+))?(?:\\?.*)?$");

  private HuaweiEntryPaths() {}

  /** The operation of a request; empty where it is about memberships. */
  static Optional<Operation> operation(String method, String path) {
    Matcher found = PATH.matcher(path);
    if (!found.find()) {
      return Optional.empty();
    }
    boolean user = found.group(1).equals("users");
    String last = found.group(2);
    return Optional.of(user ? ofUser(method, last) : ofGroup(method, last));
  }

  private static Operation ofUser(String method, @Nullable String last) {
    return switch (method) {
      case "PUT" -> Operation.UPDATE_USER;
      case "DELETE" -> Operation.DELETE_USER;
      case "GET" -> last == null ? Operation.LIST_USERS : Operation.GET_USER;
      default -> last == null ? Operation.CREATE_USER : asking(last, Operation.FIND_USER);
    };
  }

  private static Operation ofGroup(String method, @Nullable String last) {
    return switch (method) {
      case "PUT" -> Operation.UPDATE_GROUP;
      case "DELETE" -> Operation.DELETE_GROUP;
      case "GET" -> last == null ? Operation.LIST_GROUPS : Operation.GET_GROUP;
      default -> last == null ? Operation.CREATE_GROUP : asking(last, Operation.FIND_GROUP);
    };
  }

  /** A query by many ids has the form of a listing. */
  private static Operation asking(String last, Operation lookup) {
    if (!last.equals("batch-query")) {
      return lookup;
    }
    return lookup == Operation.FIND_USER ? Operation.LIST_USERS : Operation.LIST_GROUPS;
  }

  /** The identifier in the path of a request. */
  static @Nullable String id(WireRequest request) {
    Matcher found = PATH.matcher(request.target());
    return found.find() && !request.method().equals("POST") ? found.group(2) : null;
  }
}
