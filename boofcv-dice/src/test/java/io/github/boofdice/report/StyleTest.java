package io.github.boofdice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the pages, light and dark. */
class StyleTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    /** WCAG 2.2, success criterion 1.4.3, level AA. */
    private static final double READABLE = 4.5;

    /** Text and what it stands on. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("ink", "paper"),
            List.of("ink", "sheet"),
            List.of("ink", "good-tint"),
            List.of("ink", "bad-tint"),
            List.of("soft", "paper"),
            List.of("soft", "sheet"),
            List.of("good", "sheet"),
            List.of("good", "good-tint"),
            List.of("bad", "bad-tint"));

    @Test
    void textCanBeReadInLightAndInDark() throws IOException {
        for (Map<String, Color> colours : List.of(light(), dark())) {
            assertThat(PAIRS)
                    .allSatisfy(pair -> assertThat(contrast(colours.get(pair.get(0)), colours.get(pair.get(1))))
                            .isGreaterThanOrEqualTo(READABLE));
        }
    }

    @Test
    void chartsHaveTheColoursOfThePage() throws IOException {
        for (ChartTheme theme : ChartTheme.values()) {
            Map<String, Color> colours = theme == ChartTheme.LIGHT ? light() : dark();
            assertThat(List.of(theme.ink, theme.good, theme.bad))
                    .containsExactly(colours.get("ink"), colours.get("good"), colours.get("bad"));
        }
    }

    private static Map<String, Color> light() throws IOException {
        return colours(style().split("@media")[0], new HashMap<>());
    }

    private static Map<String, Color> dark() throws IOException {
        return colours(style().split("@media")[1], light());
    }

    private static String style() throws IOException {
        try (InputStream in = StyleTest.class.getResourceAsStream("style.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, Color> colours(String css, Map<String, Color> colours) {
        for (Matcher m = COLOUR.matcher(css); m.find(); ) {
            colours.put(m.group(1), new Color(Integer.parseInt(m.group(2), 16)));
        }
        return colours;
    }

    private static double contrast(Color a, Color b) {
        double one = luminance(a) + 0.05;
        double other = luminance(b) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
