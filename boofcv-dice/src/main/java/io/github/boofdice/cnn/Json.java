package io.github.boofdice.cnn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON (RFC 8259) to the letter, as files of weights hold it: no name twice in an object, nesting up to {@value #MOST_DEPTH}. What is wrong ends in an {@link IllegalArgumentException}; the
 * memory it takes is bounded by the length of the text.
 */
final class Json {
    static final int MOST_DEPTH = 64;

    /** Stands for {@code null}. */
    private static final Object NULL = new Object();

    private final Object value;

    private Json(Object value) {
        this.value = value;
    }

    static Json parse(String text) {
        Parser parser = new Parser(text);
        Json value = parser.value(0);
        parser.skipSpace();
        if (parser.at < text.length()) {
            throw parser.wrong("nothing");
        }
        return value;
    }

    boolean isNull() {
        return value == NULL;
    }

    boolean isText() {
        return value instanceof String;
    }

    boolean isList() {
        return value instanceof List;
    }

    boolean isNumber() {
        return value instanceof Double;
    }

    String text() {
        if (value instanceof String text) {
            return text;
        }
        throw unlike("a text");
    }

    boolean truth() {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw unlike("true or false");
    }

    double number() {
        if (value instanceof Double number) {
            return number;
        }
        throw unlike("a number");
    }

    /** A whole number from 0 to 2^53. */
    long whole() {
        double number = number();
        if (number < 0 || number > 1L << 53 || number != Math.rint(number)) {
            throw unlike("a whole number from 0");
        }
        return (long) number;
    }

    @SuppressWarnings("unchecked") // nothing but the parser makes lists
    List<Json> list() {
        if (value instanceof List) {
            return (List<Json>) value;
        }
        throw unlike("a list");
    }

    @SuppressWarnings("unchecked") // nothing but the parser makes maps
    Map<String, Json> object() {
        if (value instanceof Map) {
            return (Map<String, Json>) value;
        }
        throw unlike("an object");
    }

    /** What an object holds under a name. */
    Json get(String name) {
        Json found = object().get(name);
        if (found == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return found;
    }

    private IllegalArgumentException unlike(String expected) {
        String found = isNull() ? "null" : value instanceof Map ? "an object" : Text.shown(value.toString());
        return new IllegalArgumentException("must be " + expected + " but is " + (isList() ? "a list" : found));
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Json value(int depth) {
            if (depth > MOST_DEPTH) {
                throw new IllegalArgumentException("JSON is nested more than " + MOST_DEPTH + " deep");
            }
            skipSpace();
            return switch (peek()) {
                case '{' -> new Json(object(depth));
                case '[' -> new Json(list(depth));
                case '"' -> new Json(string());
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                case 'n' -> word("null", NULL);
                default -> new Json(number());
            };
        }

        private Map<String, Json> object(int depth) {
            Map<String, Json> object = new LinkedHashMap<>();
            at++;
            skipSpace();
            if (take('}')) {
                return object;
            }
            do {
                skipSpace();
                if (peek() != '"') {
                    throw wrong("a name");
                }
                String name = string();
                skipSpace();
                if (!take(':')) {
                    throw wrong("':'");
                }
                if (object.put(name, value(depth + 1)) != null) {
                    throw new IllegalArgumentException("JSON names '" + Text.shown(name) + "' twice");
                }
                skipSpace();
            } while (take(','));
            if (!take('}')) {
                throw wrong("',' or '}'");
            }
            return object;
        }

        private List<Json> list(int depth) {
            List<Json> list = new ArrayList<>();
            at++;
            skipSpace();
            if (take(']')) {
                return list;
            }
            do {
                list.add(value(depth + 1));
                skipSpace();
            } while (take(','));
            if (!take(']')) {
                throw wrong("',' or ']'");
            }
            return list;
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            at++;
            while (!take('"')) {
                char next = peek();
                if (next < ' ') {
                    throw wrong("the rest of a text");
                }
                at++;
                string.append(next == '\\' ? escaped() : next);
            }
            return string.toString();
        }

        private char escaped() {
            char kind = peek();
            at++;
            return switch (kind) {
                case '"', '\\', '/' -> kind;
                case 'b' -> '\b';
                case 'f' -> '\f';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> unicode();
                default -> throw wrong("an escape");
            };
        }

        private char unicode() {
            int code = 0;
            for (int i = 0; i < 4; i++) {
                int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
                if (digit < 0) {
                    throw wrong("a hexadecimal digit");
                }
                code = 16 * code + digit;
                at++;
            }
            return (char) code;
        }

        private Double number() {
            int start = at;
            take('-');
            if (!take('0')) {
                digits();
            }
            if (take('.')) {
                digits();
            }
            if (take('e') || take('E')) {
                if (!take('+')) {
                    take('-');
                }
                digits();
            }
            return Double.valueOf(text.substring(start, at));
        }

        private void digits() {
            int start = at;
            while (peek() >= '0' && peek() <= '9') {
                at++;
            }
            if (at == start) {
                throw wrong("a value");
            }
        }

        private Json word(String word, Object value) {
            if (!text.startsWith(word, at)) {
                throw wrong(word);
            }
            at += word.length();
            return new Json(value);
        }

        private boolean take(char wanted) {
            if (peek() == wanted) {
                at++;
                return true;
            }
            return false;
        }

        void skipSpace() {
            while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
                at++;
            }
        }

        /** The next letter; NUL, which JSON nowhere allows, at the end. */
        private char peek() {
            return at < text.length() ? text.charAt(at) : 0;
        }

        IllegalArgumentException wrong(String expected) {
            String found = at < text.length() ? "'" + Text.shown(text.substring(at, at + 1)) + "'" : "the end";
            return new IllegalArgumentException("JSON has " + found + " at letter " + at + ", not " + expected);
        }
    }

    /** A text in quotes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '"' || next == '\\') {
                quoted.append('\\').append(next);
            } else if (next < ' ' || Character.isSurrogate(next)) {
                quoted.append(String.format("\\u%04x", (int) next));
            } else {
                quoted.append(next);
            }
        }
        return quoted.append('"').toString();
    }
}
