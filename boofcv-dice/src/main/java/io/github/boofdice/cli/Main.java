package io.github.boofdice.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the command line begins: finds the command, runs it and turns every failure into one line and exit code 2. */
@Command(
        name = "boofcv-dice",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%n",
        footerHeading = "%n",
        commandListHeading = "%nCommands:%n",
        description = "Learns what a good die looks like from pictures of good dice alone, and finds the bad ones.",
        footer = {
            "Examples:",
            "  boofcv-dice learn good/ --model dice.model",
            "  boofcv-dice info --model dice.model",
            "  boofcv-dice inspect --model dice.model --json belt/ > found.jsonl",
            "  boofcv-dice evaluate --model dice.model labelled/ --csv pictures.csv",
            "  boofcv-dice evaluate --cross-fit 10 labelled/ --json",
            "  boofcv-dice compare --learn good/ --test labelled/",
            "  boofcv-dice recalibrate --model dice.model --output today.model good-today/",
            "  boofcv-dice learn-on --model dice.model --output dice.model --face two rejected-but-good.png",
            "  boofcv-dice diff good-board.png board.png",
            "  boofcv-dice train good/ --output defects.safetensors",
            "  boofcv-dice network weights.onnx --vectors vectors.safetensors",
            "",
            "JSON goes to standard output, everything else to standard error.",
            "Exit code: 0; 1 inspect or diff found an anomaly; 2 wrong usage or input (it beats 1).",
            "",
            "boofcv-dice COMMAND --help explains each command, its units and its output."
        })
public final class Main implements Runnable {
    /** Everything went well. */
    public static final int OK = 0;

    /** {@code inspect} found at least one anomalous picture, or {@code diff} a place that differs. */
    public static final int ANOMALIES = 1;

    /** The usage or an input was wrong; it beats {@link #ANOMALIES}. */
    public static final int ERROR = 2;

    /** In the order of the help. */
    private static final List<String> COMMANDS = List.of(
            "learn", "info", "inspect", "evaluate", "compare", "recalibrate", "learn-on", "diff", "train", "network");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the arguments
     */
    public static void main(String[] args) {
        // Charts are drawn, but no window is ever opened: a display that cannot be reached must not matter.
        System.setProperty("java.awt.headless", "true");
        // No option is a date or a time, whose classes would be loaded in case one were.
        System.setProperty("picocli.converters.excludes", "java.sql.*,java.time.*");
        // JSON is UTF-8 whatever the machine's default.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        int code = run(args, new Screen(out, System.err, ProgressBar.ifTerminal(System.err)));
        out.flush();
        System.exit(code);
    }

    /**
     * Runs one command; draws no progress bar.
     *
     * @param args the arguments
     * @param out receives JSON, and the help and version texts that were asked for
     * @param err receives everything else
     * @return the exit code: {@link #OK}, {@link #ANOMALIES} or {@link #ERROR}
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, new Screen(out, err, null));
    }

    private static int run(String[] args, Screen screen) {
        try {
            return commandLine(args, screen).execute(args);
        } catch (OutOfMemoryError e) {
            screen.error("not enough memory; give Java more with -Xmx, for example java -Xmx2g -jar ...");
            return ERROR;
        } finally {
            screen.clear();
        }
    }

    /** Every command with its options. */
    static CommandLine commandLine(Screen screen) {
        return commandLine(COMMANDS, screen);
    }

    /** The command that is named first, or every one: to read the options of all takes longer than many a command's work. */
    private static CommandLine commandLine(String[] args, Screen screen) {
        boolean named = args.length > 0 && COMMANDS.contains(args[0]);
        return commandLine(named ? List.of(args[0]) : COMMANDS, screen);
    }

    private static CommandLine commandLine(List<String> names, Screen screen) {
        CommandLine all = new CommandLine(new Main());
        for (String name : names) {
            all.addSubcommand(command(name, screen));
        }
        return all.setUsageHelpWidth(100)
                // A file may be named @good; and a file of arguments that cannot be read would end in a stack trace.
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(screen.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(screen.err(), true, Charset.defaultCharset()))
                .setParameterExceptionHandler((problem, arguments) -> usageError(problem, screen))
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    screen.error(Problems.describe(problem));
                    return ERROR;
                });
    }

    // An Object: for a Subcommand Java would load all ten classes, to see that each is one.
    private static Object command(String name, Screen screen) {
        return switch (name) {
            case "learn" -> new LearnCommand(screen);
            case "info" -> new InfoCommand(screen);
            case "inspect" -> new InspectCommand(screen);
            case "evaluate" -> new EvaluateCommand(screen);
            case "compare" -> new CompareCommand(screen);
            case "recalibrate" -> new RecalibrateCommand(screen);
            case "learn-on" -> new LearnOnCommand(screen);
            case "diff" -> new DiffCommand(screen);
            case "train" -> new TrainCommand(screen);
            case "network" -> new NetworkCommand(screen);
            default -> throw new IllegalArgumentException("no command " + name);
        };
    }

    private static int usageError(ParameterException problem, Screen screen) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        screen.error(
                Problems.oneLine(problem.getMessage()).replaceFirst("^Error: ", "") + " (see " + command + " --help)");
        return ERROR;
    }

    /** Called when no command is named. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "name a command: " + String.join(", ", COMMANDS.subList(0, COMMANDS.size() - 1)) + " or "
                        + COMMANDS.get(COMMANDS.size() - 1));
    }

    /** Reads the version from the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"boofcv-dice " + (version == null ? "(not built as a jar)" : version)};
        }
    }
}
