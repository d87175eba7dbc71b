package io.github.boofdice.cli;

import io.github.boofdice.ModelFuzz;
import io.github.boofdice.fuzz.FuzzTarget;
import io.github.boofdice.io.PictureFuzz;
import io.github.boofdice.testdata.DiceRenderer;
import io.github.boofdice.testdata.Face;
import io.github.boofdice.testdata.Scenes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

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

    /** Learning takes longest, so it comes up least. */
    private static final List<String> COMMANDS = List.of(
            "learn", "info", "info", "info", "inspect", "inspect", "inspect", "inspect", "evaluate", "evaluate");

    private static final List<String> WRITING = List.of("--model", "--csv", "--report");
    private static final List<String> MODELS = List.of(
            "{folder}/small.model",
            "{folder}/small.model",
            "{folder}/cut.model",
            "{folder}/none.model",
            "{folder}/good");
    private static final List<String> FOLDERS =
            List.of("{folder}/good", "{folder}/labelled", "{folder}/empty", "{folder}/none", "{folder}/cut.model");
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
        for (String good : List.of("good/four", "labelled/normal/four")) {
            for (int i = 0; i < 3; i++) {
                DiceRenderer.render(Scenes.good(i, Face.FOUR), 32)
                        .writePng(folder.resolve(good).resolve(i + ".png"));
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

    private static List<String> asDocumented(SplittableRandom random) {
        String command = any(COMMANDS, random);
        List<String> line = new ArrayList<>(List.of(command));
        switch (command) {
            case "learn" -> {
                line.addAll(List.of(any(FOLDERS, random), "--model", OUT + "new.model"));
                perhaps(line, random, "--unlabelled");
                perhaps(line, random, "--extrapolate");
                perhaps(line, random, "--false-reject-rate", any(NUMBERS, random));
            }
            case "info" -> line.addAll(List.of("--model", model(random)));
            case "inspect" -> {
                line.addAll(List.of("--model", model(random)));
                for (int left = random.nextBoolean() ? 0 : 1 + random.nextInt(3); left > 0; left--) {
                    line.add(random.nextBoolean() ? damaged(random, ".png") : any(FOLDERS, random));
                }
            }
            default -> {
                line.add(any(FOLDERS, random));
                line.addAll(
                        random.nextInt(6) > 0
                                ? List.of("--model", model(random))
                                : List.of("--cross-fit", any(NUMBERS, random)));
                perhaps(line, random, "--turned", any(NUMBERS, random));
                perhaps(line, random, "--csv", OUT + "table.csv");
                perhaps(line, random, "--report", OUT + "report.html");
            }
        }
        perhaps(line, random, "--json");
        return line;
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
        return random.nextBoolean() ? damaged(random, ".model") : any(MODELS, random);
    }

    private static String damaged(SplittableRandom random, String ending) {
        return FOLDER + "/damaged" + random.nextInt(DAMAGED) + ending;
    }

    private static void perhaps(List<String> line, SplittableRandom random, String... tokens) {
        if (random.nextInt(3) == 0) {
            line.addAll(List.of(tokens));
        }
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
