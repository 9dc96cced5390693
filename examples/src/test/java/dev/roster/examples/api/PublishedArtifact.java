package dev.roster.examples.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An artifact as it was compiled: a folder of classes, or a jar.
 *
 * @param name its name in Maven
 * @param member any class of it
 */
record PublishedArtifact(String name, Class<?> member) {

  private static final String CLASS = ".class";

  /** The packages that its module exports to all others, in their order by name. */
  List<String> exportedPackages() {
    return inside(
        root -> {
          try (InputStream module = Files.newInputStream(root.resolve("module-info.class"))) {
            return ModuleDescriptor.read(module).exports().stream()
                .filter(exported -> !exported.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .sorted()
                .toList();
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        });
  }

  /** The types of a package that other packages can use, nested ones too, by name. */
  List<Class<?>> types(String packageName) {
    Set<String> names =
        inside(
            root -> {
              try (Stream<Path> files = Files.list(root.resolve(packageName.replace('.', '/')))) {
                return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(CLASS) && !file.equals("package-info.class"))
                    .map(file -> file.substring(0, file.length() - CLASS.length()))
                    .collect(Collectors.toSet());
              } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
              }
            });
    return names.stream()
        .sorted()
        .<Class<?>>map(name -> loaded(packageName + "." + name))
        .filter(ApiText::isUsable)
        .toList();
  }

  private Class<?> loaded(String type) {
    try {
      return Class.forName(type, false, member.getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private <T> T inside(Function<Path, T> reading) {
    try {
      URI place = member.getProtectionDomain().getCodeSource().getLocation().toURI();
      if (Files.isDirectory(Path.of(place))) {
        return reading.apply(Path.of(place));
      }
      try (FileSystem jar = FileSystems.newFileSystem(Path.of(place), Map.of())) {
        return reading.apply(jar.getPath("/"));
      }
    } catch (URISyntaxException | IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
