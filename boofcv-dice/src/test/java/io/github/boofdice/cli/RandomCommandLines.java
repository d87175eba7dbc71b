package io.github.boofdice.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Command lines as the command line's own grammar has them, and then some words put in, taken out, swapped and replaced. */
final class RandomCommandLines {
    /** Stands for the folder of files, whose real name no case may depend on. */
    static final String FOLDER = "{folder}";

    private static final String OUT = FOLDER + "/out/";
    private static final String STEPS = "--steps";

    private static final CommandLine GRAMMAR =
            Main.commandLine(new Screen(new PrintStream(OutputStream.nullOutputStream()), System.err, null));

    /** Those that learn take longest, so they come up least. */
    private static final List<String> COMMANDS = Stream.concat(
                    GRAMMAR.getSubcommands().keySet().stream().sorted(),
                    Stream.of("info", "info", "info", "inspect", "inspect", "inspect", "inspect", "evaluate"))
            .toList();

    /** Options after which a file is named that may be written to. */
    static final List<String> WRITING = GRAMMAR.getSubcommands().values().stream()
            .flatMap(command -> command.getCommandSpec().options().stream())
            .filter(option -> Set.of("FILE", "FOLDER").contains(option.paramLabel()))
            .map(OptionSpec::longestName)
            .distinct()
            .toList();

    private static final List<String> MODELS = List.of(
            "{folder}/small.model",
            "{folder}/small.model",
            "{folder}/small.model",
            "{folder}/cut.model",
            "{folder}/none");

    private static final List<String> FOLDERS = List.of(
            "{folder}/good",
            "{folder}/labelled",
            "{folder}/labelled",
            "{folder}/empty",
            "{folder}/none",
            "{folder}/cut.model");

    private static final List<String> PATHS = List.of(
            "{folder}/good", "{folder}/good/four/0.png", "{folder}/labelled/anomalous/six.png", "{folder}/none");

    private static final List<String> REGIONS = List.of(
            "{folder}/mask.png",
            "{folder}/polygons",
            "{folder}/polygons",
            "{folder}/good/four/0.png",
            "{folder}/arguments",
            "{folder}/binary",
            "{folder}/damaged0.png",
            "{folder}/none");

    private static final List<String> METHODS = List.of("difference", "cnn", "combined", "cnn,combined", "CNN");

    private static final List<String> NUMBERS = List.of(
            "0.3 0.05 1e-9 0 1 2 3 -1 NaN Infinity -0.0 1e999 0x1p-3 0,5 2147483647 2147483648 99999999999999999999 "
                    .split(" ", -1));

    private static final List<String> JUNK = Stream.concat(
                    Stream.of(
                            ("--frobnicate -x -- - --- --model --model= --json --json=yes --csv --report --help -h -V --version help"
                                            + " --no-json --cross-fit --turned --unlabelled --extrapolate --false-reject-rate"
                                            + " --roi --ignore=four= --ignore={folder}/mask.png --min-area --only=dark --pictures"
                                            + " \" 'quoted' * x=y=z @ @@ %s%n%d ${sys:user.home} @{folder}/arguments @{folder}/recursive"
                                            + " @{folder}/binary @{folder}/none @{folder}/good {folder}/good/four/0.png {folder}/empty"
                                            + " {folder}/small.model ")
                                    .split(" ", -1)),
                    Stream.of(" ", "\u00e4\u4e16\ud83c\udfb2", "a\u0000b", "two\nlines", "\u001b[2J", "a".repeat(5000)))
            .toList();

    private RandomCommandLines() {}

    static List<String> any(SplittableRandom random) {
        List<String> line = random.nextInt(8) == 0 ? new ArrayList<>() : asDocumented(random);
        for (int left = random.nextBoolean() ? 0 : 1 + random.nextInt(3); left > 0; left--) {
            edit(line, random);
        }
        kept(line);
        brief(line);
        return line;
    }

    /** A command with what it needs and some of what it takes. */
    private static List<String> asDocumented(SplittableRandom random) {
        String command = any(COMMANDS, random);
        List<String> line = new ArrayList<>(List.of(command));
        CommandSpec spec = GRAMMAR.getSubcommands().get(command).getCommandSpec();
        Set<ArgGroupSpec> served = new HashSet<>();
        for (OptionSpec option : spec.options()) {
            ArgGroupSpec group = option.group();
            if (option.usageHelp() || option.versionHelp() || (group != null && served.contains(group))) {
                continue;
            }
            // Of options that exclude one another, one.
            if (random.nextInt(3) == 0 || (option.required() && (group == null || random.nextBoolean()))) {
                if (group != null) {
                    served.add(group);
                }
                line.add(option.longestName());
                if (option.arity().max() > 0) {
                    line.add(value(option.paramLabel(), command.equals("learn"), random));
                }
            }
        }
        for (PositionalParamSpec positional : spec.positionalParameters()) {
            for (int left = 1 + random.nextInt(Math.min(3, positional.arity().max())); left > 0; left--) {
                line.add(value(positional.paramLabel(), false, random));
            }
        }
        return line;
    }

    private static String value(String label, boolean learning, SplittableRandom random) {
        return switch (label) {
            case "FILE" -> learning || random.nextInt(3) == 0 ? OUT + "new" : model(random);
            case "FOLDER" -> OUT + "faces";
            case "DIR" -> any(FOLDERS, random);
            case "[FACE=]FILE" -> (random.nextBoolean() ? "" : "four=") + any(REGIONS, random);
            case "light|dark" -> random.nextBoolean() ? "light" : "dark";
            case "METHOD" -> any(METHODS, random);
            case "REGION" -> any(REGIONS, random);
            case "PATH", "TEMPLATE", "PICTURE" -> random.nextInt(3) == 0 ? damaged(random, ".png") : any(PATHS, random);
            default -> any(NUMBERS, random);
        };
    }

    private static void edit(List<String> line, SplittableRandom random) {
        int at = random.nextInt(line.size() + 1);
        int edit = line.isEmpty() || at == line.size() ? 0 : random.nextInt(6);
        switch (edit) {
            case 0 -> line.add(at, any(JUNK, random));
            case 1 -> line.remove(at);
            case 2 -> line.add(line.get(at));
            case 3 -> line.add(line.remove(at));
            case 4 -> line.set(at, any(random.nextBoolean() ? JUNK : NUMBERS, random));
            default -> {
                if (at + 1 < line.size()) {
                    line.set(at, line.get(at) + "=" + line.remove(at + 1));
                }
            }
        }
    }

    /** Whatever may be written to lies in the folder. */
    private static void kept(List<String> line) {
        for (int i = 0; i < line.size(); i++) {
            String token = line.get(i);
            for (String option : WRITING) {
                if (token.startsWith(option + "=") && !token.startsWith(option + "=" + FOLDER)) {
                    line.set(i, option + "=" + OUT + token.substring(option.length() + 1));
                } else if (i > 0 && line.get(i - 1).equals(option) && !token.startsWith(FOLDER)) {
                    line.set(i, OUT + token);
                }
            }
        }
    }

    /** Without a word of steps, or with a great one, a training would go on for minutes or years. */
    private static void brief(List<String> line) {
        if (!line.contains("train")) {
            return;
        }
        int at = line.indexOf(STEPS);
        if (at >= 0 && at + 1 < line.size() && line.get(at + 1).matches("\\d+")) {
            line.set(at + 1, "1");
        }
        line.replaceAll(token -> token.matches(STEPS + "=\\d+") ? STEPS + "=1" : token);
        if (line.stream().noneMatch(token -> token.startsWith(STEPS))) {
            line.add(line.indexOf("train") + 1, STEPS + "=1");
        }
    }

    private static String model(SplittableRandom random) {
        return random.nextInt(5) == 0 ? damaged(random, ".model") : any(MODELS, random);
    }

    private static String damaged(SplittableRandom random, String ending) {
        return FOLDER + "/damaged" + random.nextInt(FuzzFolder.DAMAGED) + ending;
    }

    private static String any(List<String> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
