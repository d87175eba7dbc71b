package io.github.boofdice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PagesTest {
    @Property(tries = 300)
    void everyTextComesOutAsItWentIn(@ForAll String text) {
        String page = new String(Pages.fill("notices.html", notice(text)), StandardCharsets.UTF_8);

        String shown = new Page("<x>" + page + "</x>").all("li").get(0).getTextContent();

        // A parser makes one line feed of a carriage return and a line feed; what cannot be shown is replaced.
        assertThat(shown).hasSameSizeAs(text.replace("\r\n", "\n"));
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            assertThat(shown).isEqualTo(text);
        }
    }

    @Example
    void whatNoBrowserCanShowIsReplaced() {
        String page =
                new String(Pages.fill("notices.html", notice("a\u0000b\u001Bc\uD800d\uFFFFe")), StandardCharsets.UTF_8);

        assertThat(page).contains("<bdi>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe</bdi>");
    }

    @Example
    void aNameThatTheContextLacksIsAnError() {
        assertThatThrownBy(() -> Pages.fill("tiles.html", Map.of())).hasMessageContaining("tiles");
        assertThatThrownBy(() -> Pages.fill("missing.html", Map.of())).hasMessageContaining("missing.html");
    }

    private static Object notice(String text) {
        return Map.of("notices", List.of(new Notice("title", List.of(text), "")));
    }
}
