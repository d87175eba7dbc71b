package io.github.boofdice.cli;

import io.github.boofdice.ModelFuzz;
import io.github.boofdice.fuzz.FuzzTarget;
import io.github.boofdice.io.PictureFuzz;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Command lines: exit code 0, 1 or 2, an error in words where it is 2, and never a stack trace. They work in a folder of tiny pictures
 * and models, good ones and damaged ones, that is the same before every case.
 */
public final class CommandFuzz implements FuzzTarget {
    /** Stands between arguments; a line break or a NUL may well be in one. */
    private static final String BETWEEN = "\u001e";

    /** Stands for the folder, whose real name no case may depend on. */
    private static final String FOLDER = "{folder}";

    private static final String OUT = FOLDER + "/out/";
    private static final int DAMAGED = 8;

    private static final CommandLine GRAMMAR =
            Main.commandLine(new Screen(new PrintStream(OutputStream.nullOutputStream()), System.err, null));

    /** Those that learn take longest, so they come up least. */
    private static final List<String> COMMANDS = Stream.concat(
                    GRAMMAR.getSubcommands().keySet().stream().sorted(),
                    Stream.of("info", "info", "info", "inspect", "inspect", "inspect", "inspect", "evaluate"))
            .toList();

    /** Options after which a file is named that may be written to. */
    private static final List<String> WRITING = GRAMMAR.getSubcommands().values().stream()
            .flatMap(command -> command.getCommandSpec().options().stream())
            .filter(option -> option.paramLabel().equals("FILE"))
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

    private static final List<String> NUMBERS = List.of(
            "0.3",
            "0.05",
            "1e-9",
            "0",
            "1",
            "-1",
            "NaN",
            "Infinity",
            "-0.0",
            "1e999",
            "0x1p-3",
            "0,5",
            "2",
            "3",
            "2147483647",
            "2147483648",
            "99999999999999999999",
            "");
    private static final List<String> JUNK = List.of(
            "--frobnicate",
            "-x",
            "--",
            "-",
            "---",
            "--model",
            "--model=",
            "--json",
            "--json=yes",
            "--csv",
            "--help",
            "-h",
            "-V",
            "--version",
            "help",
            "--no-json",
            "--cross-fit",
            "--turned",
            "--unlabelled",
            "--extrapolate",
            "--false-reject-rate",
            "",
            " ",
            "\u00e4\u4e16\ud83c\udfb2",
            "\ud83c",
            "a\u0000b",
            "two\nlines",
            "\u001b[2J",
            "%s%n%d",
            "${sys:user.home}",
            "\"",
            "'quoted'",
            "*",
            "a".repeat(5000),
            "x=y=z",
            "@",
            "@@",
            "@{folder}/arguments",
            "@{folder}/recursive",
            "@{folder}/binary",
            "@{folder}/none",
            "@{folder}/good",
            "{folder}/good/four/0.png",
            "{folder}/empty",
            "{folder}/small.model");

    private final ModelFuzz models = new ModelFuzz();
    private final PictureFuzz pictures = new PictureFuzz();
    private final Path folder;
    private final Map<Path, byte[]> files = new HashMap<>();

    /** Writes the folder. */
    public CommandFuzz() throws IOException {
        folder = Files.createTempDirectory("boofcv-dice");
        for (String good : List.of("good", "labelled/normal")) {
            for (Face face : List.of(Face.FOUR, Face.SIX)) {
                for (int i = 0; i < 4; i++) {
                    DiceRenderer.render(Scenes.good(i, face), 32)
                            .writePng(
                                    folder.resolve(good).resolve(face.folder()).resolve(i + ".png"));
                }
            }
        }
        DiceRenderer.render(Scenes.good(9, Face.SIX), 32).writePng(folder.resolve("labelled/anomalous/six.png"));
        Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(folder.resolve("out"));
        Run learned = Run.of("learn", folder.resolve("good"), "--model", folder.resolve("small.model"));
        if (learned.code() != Main.OK) {
            throw new IllegalStateException(learned.err());
        }
        byte[] model = Files.readAllBytes(folder.resolve("small.model"));
        Files.write(folder.resolve("cut.model"), Arrays.copyOf(model, model.length / 2));
        for (int i = 0; i < DAMAGED; i++) {
            Files.write(folder.resolve("damaged" + i + ".model"), models.make(i));
            Files.write(folder.resolve("damaged" + i + ".png"), pictures.make(i));
        }
        Files.writeString(
                folder.resolve("arguments"), "inspect\n--model \"" + slashed("small.model") + "\"\n--json good");
        Files.writeString(folder.resolve("recursive"), "info @" + slashed("recursive") + " --json");
        Files.write(folder.resolve("binary"), Arrays.copyOf(model, 300));
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.readAllBytes(file));
            }
        }
    }

    private String slashed(String name) {
        return folder.resolve(name).toString().replace('\\', '/');
    }

    @Override
    public String name() {
        return "command-line";
    }

    @Override
    public byte[] make(long number) {
        SplittableRandom random = new SplittableRandom(number);
        List<String> line = random.nextInt(8) == 0 ? new ArrayList<>() : asDocumented(random);
        for (int left = random.nextBoolean() ? 0 : 1 + random.nextInt(3); left > 0; left--) {
            edit(line, random);
        }
        kept(line);
        return String.join(BETWEEN, line).getBytes(StandardCharsets.UTF_8);
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
            case "DIR" -> any(FOLDERS, random);
            case "PATH" -> random.nextInt(3) == 0 ? damaged(random, ".png") : any(PATHS, random);
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

    private static String model(SplittableRandom random) {
        return random.nextInt(5) == 0 ? damaged(random, ".model") : any(MODELS, random);
    }

    private static String damaged(SplittableRandom random, String ending) {
        return FOLDER + "/damaged" + random.nextInt(DAMAGED) + ending;
    }

    private static String any(List<String> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    @Override
    public boolean accepts(byte[] bytes) throws IOException {
        String line = new String(bytes, StandardCharsets.UTF_8).replace(FOLDER, slashed(""));
        Run run = Run.of((Object[]) (line.isEmpty() ? new String[0] : line.split(BETWEEN, -1)));
        if (line.contains("learn") || WRITING.stream().anyMatch(line::contains)) {
            restore();
        }
        String all = run.out() + run.err();
        if (run.code() < Main.OK || run.code() > Main.ERROR) {
            throw new AssertionError("exit code " + run.code());
        }
        for (String trace : List.of("\tat ", "Exception in thread", "internal error", "java.lang.", "\" is null")) {
            if (all.contains(trace)) {
                throw new AssertionError(trace + " in: " + all);
            }
        }
        boolean told = run.err().lines().anyMatch(l -> l.startsWith("error: "))
                || run.out().contains("\"error\":");
        if (told != (run.code() == Main.ERROR)) {
            throw new AssertionError("exit code " + run.code() + " with: " + all);
        }
        if (run.err().lines().anyMatch(l -> l.chars().anyMatch(Character::isISOControl))) {
            throw new AssertionError("control characters in: " + run.err());
        }
        return run.code() != Main.ERROR;
    }

    /** Puts back what was written over, and takes away what is new. */
    private void restore() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!files.containsKey(file)) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            if (!Files.exists(file.getKey()) || !Arrays.equals(Files.readAllBytes(file.getKey()), file.getValue())) {
                Files.write(file.getKey(), file.getValue());
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
