package io.github.boofdice.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the benchmarks, taking JMH's own options, and writes what they found into {@code benchmarks/results} below the
 * folder that it is started in.
 */
public final class Main {
    static final Path RESULTS = Path.of("benchmarks", "results");

    private Main() {}

    /**
     * Runs the benchmarks that the options choose, or all.
     *
     * @param args JMH's options; {@code -h} lists them, {@code -l} lists the benchmarks
     * @throws CommandLineOptionException when JMH does not know an option
     * @throws RunnerException when a benchmark fails
     * @throws IOException when the results cannot be written
     */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions options = new CommandLineOptions(args);
        if (asksForAList(options)) {
            org.openjdk.jmh.Main.main(args);
            return;
        }
        if (!Files.isDirectory(RESULTS)) {
            // Said before the run: a result that cannot be kept is not worth its minutes.
            System.err.println("There is no folder " + RESULTS + " here: start this in the project's top folder.");
            System.exit(2);
        }
        Collection<RunResult> results = new Runner(options).run();
        Path file = ResultFile.write(RESULTS, Machine.here(), Commit.of(Path.of("")), results);
        System.out.println("Results are in " + file);
    }

    private static boolean asksForAList(CommandLineOptions options) {
        return options.shouldHelp()
                || options.shouldList()
                || options.shouldListWithParams()
                || options.shouldListProfilers()
                || options.shouldListResultFormats();
    }
}
