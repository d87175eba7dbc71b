package io.github.boofdice.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks, taking JMH's own options, and writes what they found into {@code benchmarks/results} below the
 * folder that it is started in.
 *
 * <p>A word may stand first: {@code short} runs each benchmark for a moment in this JVM, shows that all work and keeps nothing; {@code accuracy} runs no benchmark but {@link
 * AlignmentAccuracy}; {@code cold} none but {@link ColdStart}; {@code draw} makes {@link PerformancePage} anew from what was kept.
 */
public final class Main {
    private static final String SHORT = "short";
    private static final String ACCURACY = "accuracy";
    private static final String DRAW = "draw";
    private static final String COLD = "cold";
    private static final int STARTS = 21;
    private static final Path CLI = Path.of("boofcv-dice", "target");
    private static final int PICTURES_PER_FACE = 500;
    private static final int BOARDS = 60;
    private static final TimeValue MOMENT = TimeValue.milliseconds(100);

    private Main() {}

    /**
     * Runs the benchmarks that the options choose, or all.
     *
     * @param args JMH's options; {@code -h} lists them, {@code -l} lists the benchmarks
     * @throws CommandLineOptionException when JMH does not know an option
     * @throws RunnerException when a benchmark fails
     * @throws IOException when pictures cannot be read or the results cannot be written
     */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException, IOException {
        String first = args.length == 0 ? "" : args[0];
        if (first.equals(SHORT)) {
            Options options = new CommandLineOptions(Arrays.copyOfRange(args, 1, args.length));
            new Runner(shortened(options)).run();
            return;
        }
        if (first.equals(ACCURACY)) {
            if (args.length > 1) {
                refuse("accuracy takes no argument but got " + args[1] + "; -Ddice.data=DIR stands before -jar.");
            }
            requireFolder();
            System.out.println("Results are in "
                    + AlignmentAccuracy.run(PICTURES_PER_FACE, BOARDS, dataFolder(), ResultFile.FOLDER, System.out));
            return;
        }
        if (first.equals(COLD)) {
            requireFolder();
            if (!Machine.here().kernels().equals(ResultFile.PLAIN)) {
                refuse("cold takes no flags of the JVM: the processes that it starts get none.");
            }
            System.out.println("Results are in " + ColdStart.run(STARTS, commandLine(), ResultFile.FOLDER));
            return;
        }
        if (first.equals(DRAW)) {
            requireFolder();
            PerformancePage.write(Path.of("")).forEach(System.out::println);
            return;
        }
        CommandLineOptions options = new CommandLineOptions(args);
        if (asksForAList(options)) {
            org.openjdk.jmh.Main.main(args);
            return;
        }
        requireFolder();
        if (options.getJvmArgs().hasValue()
                || options.getJvmArgsAppend().hasValue()
                || options.getJvmArgsPrepend().hasValue()) {
            refuse(
                    "Flags of the JVM stand before -jar: every benchmark gets them, and the file of results tells of them.");
        }
        Collection<RunResult> results = new Runner(measuringBytes(options)).run();
        Map<String, ?> figures = Map.of("benchmarks", BenchmarkFigures.of(results));
        Path file = ResultFile.write(ResultFile.FOLDER, "", Machine.here(), Commit.of(Path.of("")), figures);
        System.out.println("Results are in " + file);
    }

    /** The library's executable jar, which Maven has put beside the other. */
    private static Path commandLine() throws IOException {
        try (Stream<Path> files = Files.list(CLI)) {
            return files.filter(file -> file.toString().endsWith("-cli.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no -cli.jar in " + CLI + ": build it first"));
        }
    }

    private static Options measuringBytes(Options options) {
        return new OptionsBuilder()
                .parent(options)
                .addProfiler(GCProfiler.class)
                .build();
    }

    /** In this JVM: starting one for each would take longer than all the rest. */
    private static Options shortened(Options options) {
        return new OptionsBuilder()
                .parent(options)
                .forks(0)
                .warmupIterations(1)
                .warmupTime(MOMENT)
                .measurementIterations(1)
                .measurementTime(MOMENT)
                .build();
    }

    private static @Nullable Path dataFolder() {
        String folder = System.getProperty("dice.data");
        return folder == null ? null : Path.of(folder);
    }

    /** Said before the run: a result that cannot be kept is not worth its minutes. */
    private static void requireFolder() {
        if (!Files.isDirectory(ResultFile.FOLDER)) {
            refuse("There is no folder " + ResultFile.FOLDER + " here: start this in the project's top folder.");
        }
    }

    private static void refuse(String why) {
        System.err.println(why);
        System.exit(2);
    }

    private static boolean asksForAList(CommandLineOptions options) {
        return options.shouldHelp()
                || options.shouldList()
                || options.shouldListWithParams()
                || options.shouldListProfilers()
                || options.shouldListResultFormats();
    }
}
