package org.hearback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * Every key of ours that the compiled house reads: from annotations (placeholders, properties,
 * conditions, records of properties), from keys that code names, and from {@code application.yml}.
 */
final class ConfigurationKeys {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{(hearback[a-z0-9.-]+)(?::(`[^`]*`|\\$\\{[^}]*\\}|[^}]*))?\\}");
  private static final Pattern KEY = Pattern.compile("hearback(\\.[a-z0-9-]+)+");

  /** Looks like a key and is the name of a file: the index's lock. */
  private static final Set<String> NO_KEYS = Set.of("hearback.lock");

  private static final Path CLASSES = Path.of("target/classes/org/hearback");
  private static final Path SETTINGS = Path.of("src/main/resources/application.yml");

  /** What the house says about a key. */
  record Found(Set<String> types, Set<String> defaults, Set<String> readers) {
    static Found none() {
      return new Found(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    /** Only the try-out knows it. */
    boolean tryOutOnly() {
      return readers.stream().allMatch(reader -> reader.startsWith("org/hearback/tryout/"));
    }
  }

  private final Map<String, Found> found = new TreeMap<>();
  private final Set<String> setByTryOut = new TreeSet<>();

  private ConfigurationKeys() {}

  static ConfigurationKeys read() {
    var keys = new ConfigurationKeys();
    try (var files = Files.walk(CLASSES)) {
      for (var file : files.filter(each -> each.toString().endsWith(".class")).sorted().toList()) {
        // the framework's own classes repeat what the annotations say
        if (!file.getFileName()
            .toString()
            .matches("(.*\\$)?\\$.*(Definition|Intercepted|Introspection).*")) {
          keys.look(ClassFile.of().parse(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keys.lookAtSettings();
    return keys;
  }

  Map<String, Found> all() {
    return found;
  }

  /** What a start with nothing configured sets by itself. */
  boolean setByTryOut(String key) {
    return setByTryOut.stream()
        .anyMatch(set -> set.equals(key) || set.endsWith("\u0001") && key.startsWith(prefix(set)));
  }

  private static String prefix(String joined) {
    return joined.substring(0, joined.length() - 1);
  }

  /** The name of a key in the environment. */
  static String variable(String key) {
    return key.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_");
  }

  private void look(ClassModel model) {
    var reader = model.thisClass().asInternalName();
    var annotations =
        new ArrayList<>(
            model
                .findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(attribute -> attribute.annotations())
                .orElse(List.of()));
    record(model, annotations, reader);
    // the names of meters look like keys
    boolean namesMeters =
        model.interfaces().stream()
            .anyMatch(each -> each.asInternalName().endsWith("/MeterBinder"));
    for (var method : model.methods()) {
      method
          .findAttribute(Attributes.runtimeVisibleAnnotations())
          .ifPresent(attribute -> annotations.addAll(attribute.annotations()));
      parameters(method, reader);
      if (!namesMeters) {
        constants(method, reader);
      }
    }
    annotations.forEach(annotation -> look(annotation, "", reader));
  }

  /** The parts of a record of properties. */
  private void record(ClassModel model, List<Annotation> annotations, String reader) {
    var prefix =
        annotations.stream()
            .filter(annotation ->
                annotation.className().stringValue().endsWith("/ConfigurationProperties;"))
            .flatMap(annotation -> annotation.elements().stream())
            .filter(element -> element.value() instanceof AnnotationValue.OfString)
            .map(element -> ((AnnotationValue.OfString) element.value()).stringValue())
            .findFirst();
    if (prefix.isEmpty() || model.findAttribute(Attributes.record()).isEmpty()) {
      return;
    }
    for (var part : model.findAttribute(Attributes.record()).orElseThrow().components()) {
      var name =
          part.name().stringValue().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
      add(prefix.get() + "." + name, simple(part.descriptorSymbol()), Optional.empty(), reader);
    }
  }

  private void parameters(MethodModel method, String reader) {
    var types = method.methodTypeSymbol().parameterList();
    method
        .findAttribute(Attributes.runtimeVisibleParameterAnnotations())
        .ifPresent(attribute -> {
          var each = attribute.parameterAnnotations();
          // a constructor of an inner class may have parameters that stand in no source
          int hidden = types.size() - each.size();
          for (int at = 0; at < each.size(); at++) {
            var type = simple(types.get(at + hidden));
            each.get(at).forEach(annotation -> look(annotation, type, reader));
          }
        });
  }

  private void look(Annotation annotation, String type, String reader) {
    for (var element : annotation.elements()) {
      look(element.value(), element, type, reader);
    }
  }

  private void look(AnnotationValue value, AnnotationElement element, String type, String reader) {
    switch (value) {
      case AnnotationValue.OfString text -> {
        placeholders(text.stringValue(), type, reader);
        var named =
            Set.of("name", "property", "missingProperty").contains(element.name().stringValue());
        if (named && KEY.matcher(text.stringValue()).matches()) {
          add(text.stringValue(), type, Optional.empty(), reader);
        }
      }
      case AnnotationValue.OfArray array ->
          array.values().forEach(each -> look(each, element, type, reader));
      case AnnotationValue.OfAnnotation nested -> look(nested.annotation(), type, reader);
      default -> {}
    }
  }

  /** Keys that code names; what the try-out puts into its configuration is set by itself. */
  private void constants(MethodModel method, String reader) {
    var pending = new ArrayList<String>();
    method
        .code()
        .ifPresent(code ->
            code.forEach(instruction -> {
              switch (instruction) {
                case ConstantInstruction constant
                    when constant.constantValue() instanceof String text
                        && KEY.matcher(text).matches() -> {
                  add(text, "", Optional.empty(), reader);
                  pending.add(text);
                }
                case InvokeDynamicInstruction joined ->
                    joined.bootstrapArgs().stream()
                        .map(String::valueOf)
                        .filter(text -> text.matches("hearback[a-z.-]+\\.\u0001"))
                        .forEach(pending::add);
                case InvokeInstruction call when call.name().equalsString("getProperty") -> {
                  if (!pending.isEmpty()) {
                    pending.removeLast();
                  }
                }
                case InvokeInstruction call when call.name().equalsString("put") -> {
                  if (reader.equals("org/hearback/tryout/TryOut")) {
                    setByTryOut.addAll(pending);
                  }
                  pending.clear();
                }
                default -> {}
              }
            }));
  }

  private void lookAtSettings() {
    Map<String, Object> settings = new Yaml().load(Tree.read(SETTINGS));
    lookAtSettings("", settings);
  }

  private void lookAtSettings(String at, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, below) -> lookAtSettings(at.isEmpty() ? name.toString() : at + "." + name, below));
      return;
    }
    placeholders(String.valueOf(value), "", "application.yml");
    // one that is made of another key is the other's
    if (at.startsWith("hearback.") && !String.valueOf(value).contains("${")) {
      add(at, "", Optional.of(String.valueOf(value)), "application.yml");
    }
  }

  private void placeholders(String text, String type, String reader) {
    var matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      var standard = Optional.ofNullable(matcher.group(2)).map(each -> each.replace("`", ""));
      var whole = matcher.group().equals(text);
      add(matcher.group(1), whole ? type : "", standard, reader);
    }
  }

  private void add(String key, String type, Optional<String> standard, String reader) {
    if (NO_KEYS.contains(key)) {
      return;
    }
    var about = found.computeIfAbsent(key, _ -> Found.none());
    if (!type.isEmpty()) {
      about.types().add(type);
    }
    standard.ifPresent(about.defaults()::add);
    about.readers().add(reader);
  }

  private static String simple(ClassDesc type) {
    return type.displayName();
  }
}
