package io.github.boofdice.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Fills the pages, which lie beside this class as resources and are made of shared pieces.
 *
 * <p>Every value is escaped, for file and folder names are anyone's text; only what is written with three braces is not, and that is what
 * this package makes itself. A name in a template that the context lacks is an error.
 */
final class Pages {
    /** What neither XML nor a reader can make anything of: control characters, halves of surrogate pairs, non-characters. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{7E}\\x{A0}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .withEscaper(raw -> Escapers.HTML.escape(UNPRINTABLE.matcher(raw).replaceAll("\uFFFD")))
            .strictSections(true)
            .emptyStringIsFalse(true)
            .withLoader(Pages::piece);

    private Pages() {}

    /** The page {@code name}, for example {@code evaluation.html}, filled from a record or map. */
    static byte[] fill(String name, Object context) {
        try (Reader page = piece(name)) {
            return COMPILER.compile(page).execute(context).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the jar must hold the page " + name, e);
        }
    }

    private static Reader piece(String name) throws IOException {
        InputStream in = Pages.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(name);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
