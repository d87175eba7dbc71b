package io.github.boofdice.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands have in common: how their help looks, where they write, and what a wrong option is. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%n")
abstract class Subcommand implements Callable<Integer> {
    final Screen screen;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    Subcommand(Screen screen) {
        this.screen = screen;
    }

    /** Says what is wrong with the options; the command's name is added. */
    ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The last part of a path, as a reader should see it. */
    static String lastPart(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }
}
