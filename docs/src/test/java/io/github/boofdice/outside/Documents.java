package io.github.boofdice.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in the project's Markdown: fenced blocks, code in the text, links. */
final class Documents {
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "src");

    private Documents() {}

    /**
     * A fenced block.
     *
     * @param document whose it is
     * @param language what its fence says, or nothing
     * @param text its lines
     */
    record Block(Path document, String language, String text) {
        /** Its commands: what stands before a comment, lines that a backslash continues joined, none that is empty. */
        List<String> commands() {
            return text.replace("\\\n", " ")
                    .lines()
                    .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip().replaceAll("\\s+", " "))
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** Every document, in the order of its path from the project's folder. */
    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(Packed.ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> ours(Packed.ROOT.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean ours(Path file) {
        for (Path part : file) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path document : all()) {
            Matcher fences = FENCE.matcher(Files.readString(document));
            while (fences.find()) {
                blocks.add(new Block(document, fences.group(1), fences.group(2)));
            }
        }
        return blocks;
    }

    /** Code in the text of all documents. */
    static List<String> spans() throws IOException {
        return matches(SPAN);
    }

    /** The document and each place in the project that it leads to. */
    static List<Path> links() throws IOException {
        List<Path> links = new ArrayList<>();
        for (Path document : all()) {
            Matcher found = LINK.matcher(withoutBlocks(document));
            while (found.find()) {
                String target = found.group(1).replaceFirst("#.*", "");
                if (!target.isEmpty() && !target.contains("://")) {
                    links.add(document.resolveSibling(target).normalize());
                }
            }
        }
        return links;
    }

    private static List<String> matches(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path document : all()) {
            Matcher matcher = pattern.matcher(withoutBlocks(document));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    private static String withoutBlocks(Path document) throws IOException {
        return FENCE.matcher(Files.readString(document)).replaceAll("");
    }
}
