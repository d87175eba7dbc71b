package io.github.boofdice.cnn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A network as a table of plain text. */
final class NetworkSummary {
    private static final List<String> HEAD = List.of("layer", "kind", "output", "parameters", "multiply-adds");

    private NetworkSummary() {}

    static String of(Network network) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        rows.add(List.of("", "input", network.input().toString(), "", ""));
        for (LayerInfo layer : network.layers()) {
            rows.add(List.of(
                    layer.name(),
                    layer.kind(),
                    layer.output().toString(),
                    number(layer.parameters()),
                    number(layer.multiplyAdds())));
        }
        rows.add(List.of("", "all", "", number(network.parameters()), number(network.multiplyAdds())));
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - row.get(i).length());
                // Words begin in one column, numbers end in one.
                line.append(i < 3 ? row.get(i) + space : space + row.get(i)).append("  ");
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
