package io.github.boofdice.cli;

import io.github.boofdice.CnnInspector;
import io.github.boofdice.Inspector;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which of this library's methods judges. */
enum JudgingMethod {
    DIFFERENCE,
    CNN,
    COMBINED;

    static final String WORDS = "difference, cnn or combined";

    /** As it is written on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean needsNetwork() {
        return this != DIFFERENCE;
    }

    Inspector of(CnnInspector inspector) {
        return switch (this) {
            case DIFFERENCE -> inspector.difference();
            case CNN -> inspector;
            case COMBINED -> inspector.combined();
        };
    }

    /** Reads {@link #word}. */
    static final class Converter implements ITypeConverter<JudgingMethod> {
        @Override
        public JudgingMethod convert(String word) {
            return Arrays.stream(values())
                    .filter(method -> method.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("it is " + word + " but not " + WORDS));
        }
    }
}
