package dev.roster.examples.api;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/** Types as they are written in the code of a package, with their annotations for null. */
final class TypeNames {

  private final String home;

  TypeNames(String home) {
    this.home = home;
  }

  /** The name; without the package where that is the home or java.lang. */
  String of(Class<?> type) {
    String name = type.getName().replace('$', '.');
    String packageName = type.getPackageName();
    boolean isNear = packageName.equals(home) || packageName.equals("java.lang");
    return type.isPrimitive() || !isNear ? name : name.substring(packageName.length() + 1);
  }

  String of(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      String nullness = nullness(type);
      String brackets = nullness.isEmpty() ? "[]" : " " + nullness + "[]";
      return of(array.getAnnotatedGenericComponentType()) + brackets;
    }
    return nullness(type) + withoutNullness(type);
  }

  private String withoutNullness(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType parameterized) {
      Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
      return of(raw) + "<" + list(Stream.of(parameterized.getAnnotatedActualTypeArguments())) + ">";
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      return wildcard(wildcard);
    }
    return type instanceof AnnotatedTypeVariable
        ? type.getType().getTypeName()
        : of((Class<?>) type.getType());
  }

  private String wildcard(AnnotatedWildcardType wildcard) {
    AnnotatedType[] lower = wildcard.getAnnotatedLowerBounds();
    return lower.length > 0
        ? "? super " + of(lower[0])
        : "?" + bounds(List.of(wildcard.getAnnotatedUpperBounds()));
  }

  /** The parameters of a type or method, such as {@code <T extends Comparable<T>>}. */
  String parameters(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Stream.of(variables)
            .map(variable -> variable.getName() + bounds(List.of(variable.getAnnotatedBounds())))
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private String bounds(List<AnnotatedType> bounds) {
    String text = bounds.stream().map(this::of).collect(Collectors.joining(" & "));
    return text.isEmpty() || text.equals("Object") ? "" : " extends " + text;
  }

  /** Several types, with a comma between them. */
  String list(Stream<AnnotatedType> types) {
    return types.map(this::of).collect(Collectors.joining(", "));
  }

  private static String nullness(AnnotatedType type) {
    if (type.isAnnotationPresent(Nullable.class)) {
      return "@Nullable ";
    }
    return type.isAnnotationPresent(NonNull.class) ? "@NonNull " : "";
  }
}
