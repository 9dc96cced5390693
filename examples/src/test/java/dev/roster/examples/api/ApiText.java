package dev.roster.examples.api;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Writes types down, one line for each that other packages can use and for each such member. */
final class ApiText {

  private final Class<?> type;
  private final TypeNames names;
  private final String place;

  private ApiText(Class<?> type) {
    this.type = type;
    this.names = new TypeNames(type.getPackageName());
    this.place = type.getName().replace('$', '.');
  }

  /** The lines of an artifact, package by package. */
  static List<String> lines(PublishedArtifact artifact) {
    List<String> lines = new ArrayList<>(List.of("", "artifact " + artifact.name()));
    for (String packageName : artifact.exportedPackages()) {
      List<Class<?>> types = artifact.types(packageName);
      lines.add("");
      lines.add(nullMarked(types.get(0).getPackage()) + "package " + packageName);
      types.forEach(type -> lines.addAll(lines(type)));
    }
    return lines;
  }

  /** The lines of one type. */
  static List<String> lines(Class<?> type) {
    return new ApiText(type).lines();
  }

  private static String nullMarked(Package all) {
    return all.isAnnotationPresent(NullMarked.class) ? "@NullMarked " : "";
  }

  /** Whether a type, and every type around it, is public or protected. */
  static boolean isUsable(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return !type.isAnonymousClass()
        && !type.isLocalClass()
        && isUsable(type.getModifiers())
        && (outer == null || isUsable(outer));
  }

  private static boolean isUsable(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private List<String> lines() {
    Stream<String> members =
        Stream.of(
                Stream.of(type.getDeclaredFields()).filter(ApiText::isUsable).map(this::field),
                Stream.of(type.getDeclaredConstructors()).filter(ApiText::isUsable).map(this::made),
                Stream.of(type.getDeclaredMethods()).filter(this::isWritten).map(this::method))
            .flatMap(lines -> lines.sorted());
    return Stream.concat(Stream.of(header()), members).map(line -> place + ": " + line).toList();
  }

  private static boolean isUsable(Member member) {
    return isUsable(member.getModifiers()) && !member.isSynthetic();
  }

  /** Every enum has the same two methods. */
  private boolean isWritten(Method method) {
    boolean ofEveryEnum =
        type.isEnum() && (method.getName().equals("values") || method.getName().equals("valueOf"));
    return isUsable(method) && !method.isBridge() && !ofEveryEnum;
  }

  private String header() {
    String parent = parent();
    String interfaces = names.list(Stream.of(type.getAnnotatedInterfaces()));
    return annotations(type)
        + modifiers(type.getModifiers() & ~ownOf(type))
        + (type.isSealed() ? "sealed " : "")
        + kind()
        + names.parameters(type.getTypeParameters())
        + (parent.isEmpty() ? "" : " extends " + parent)
        + (interfaces.isEmpty() ? "" : (type.isInterface() ? " extends " : " implements "))
        + interfaces
        + permitted();
  }

  /** What the kind of a type says already. */
  private static int ownOf(Class<?> type) {
    if (type.isInterface()) {
      return Modifier.ABSTRACT | Modifier.STATIC;
    }
    return type.isEnum() || type.isRecord() ? Modifier.FINAL | Modifier.STATIC : 0;
  }

  private String kind() {
    if (type.isAnnotation()) {
      return "@interface";
    }
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isRecord()) {
      return "record";
    }
    return type.isEnum() ? "enum" : "class";
  }

  private String parent() {
    AnnotatedType parent = type.getAnnotatedSuperclass();
    if (parent == null
        || type.isEnum()
        || type.isRecord()
        || type.getSuperclass() == Object.class) {
      return "";
    }
    return names.of(parent);
  }

  private String permitted() {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses())
            .map(names::of)
            .collect(Collectors.joining(", ", " permits ", ""))
        : "";
  }

  private String field(Field field) {
    return field.isEnumConstant()
        ? annotations(field) + field.getName()
        : annotations(field)
            + modifiers(field.getModifiers())
            + names.of(field.getAnnotatedType())
            + " "
            + field.getName();
  }

  private String made(Constructor<?> constructor) {
    return annotations(constructor)
        + modifiers(constructor.getModifiers())
        + generics(constructor)
        + "new"
        + arguments(constructor);
  }

  private String method(Method method) {
    int own = type.isInterface() ? Modifier.ABSTRACT : 0;
    return annotations(method)
        + modifiers(method.getModifiers() & Modifier.methodModifiers() & ~own)
        + (method.isDefault() ? "default " : "")
        + generics(method)
        + names.of(method.getAnnotatedReturnType())
        + " "
        + method.getName()
        + arguments(method);
  }

  private String generics(Executable made) {
    String parameters = names.parameters(made.getTypeParameters());
    return parameters.isEmpty() ? "" : parameters + " ";
  }

  private String arguments(Executable called) {
    String arguments = names.list(Stream.of(called.getAnnotatedParameterTypes()));
    String thrown = names.list(Stream.of(called.getAnnotatedExceptionTypes()));
    String list = called.isVarArgs() ? arguments.replaceFirst("\\[\\]$", "...") : arguments;
    return "(" + list + ")" + (thrown.isEmpty() ? "" : " throws " + thrown);
  }

  /** Whether a method is synchronized, or native, is no business of its callers. */
  private static String modifiers(int modifiers) {
    int hidden = Modifier.SYNCHRONIZED | Modifier.NATIVE | Modifier.TRANSIENT | Modifier.VOLATILE;
    String text = Modifier.toString(modifiers & ~hidden & ~Modifier.INTERFACE & ~Modifier.STRICT);
    return text.isEmpty() ? "" : text + " ";
  }

  private static String annotations(AnnotatedElement element) {
    return (element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "")
        + (element.isAnnotationPresent(FunctionalInterface.class) ? "@FunctionalInterface " : "");
  }
}
