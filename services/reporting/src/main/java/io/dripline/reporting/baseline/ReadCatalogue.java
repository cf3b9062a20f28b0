package io.dripline.reporting.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dripline.contracts.coding.Category;
import io.dripline.contracts.incidence.Measures;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the figures from their file: rows of the source, each with what its figures have in common and the figures,
 * which say the rest and may say otherwise.
 */
final class ReadCatalogue {

    private static final String FILE = "baselines.yaml";
    private static final String FIGURES = "figures";
    private static final List<String> WORKINGS = List.of(
            "estimate", "narrowedTo", "control", "together", "repeats", "disagreesWith", "regimen", "doseBands");
    private static final Pattern TERM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final Set<String> WHOLES = wholes();

    private final ObjectMapper mapper =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final Map<String, Baseline> figures = new LinkedHashMap<>();

    private ReadCatalogue() {}

    /**
     * The figures in the order of the file, with their standing derived.
     *
     * @throws IllegalArgumentException naming the line or the entry, and what is wrong with it
     */
    static List<Baseline> from(byte[] yaml) throws IOException {
        return DeriveStandings.of(new ReadCatalogue().read(yaml));
    }

    private List<Baseline> read(byte[] yaml) throws IOException {
        JsonNode rows;
        try {
            rows = mapper.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s line %d: %s".formatted(FILE, e.getLocation().getLineNr(), e.getOriginalMessage()), e);
        }
        if (!rows.isArray() || rows.isEmpty()) {
            throw new IllegalArgumentException(FILE + ": expected a list of rows");
        }
        for (JsonNode row : rows) {
            readRow(row);
        }
        figures.values().forEach(this::requireWhatItRepeats);
        return List.copyOf(figures.values());
    }

    private void readRow(JsonNode row) throws IOException {
        JsonNode printed = row.path(FIGURES);
        if (!printed.isArray() || printed.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s row %s: expected a list of figures".formatted(FILE, row.path("place")));
        }
        for (JsonNode figure : printed) {
            String name = "%s entry %d (%s)"
                    .formatted(FILE, figures.size() + 1, figure.path("id").asText("without id"));
            try {
                keep(read(entry(row, figure)));
            } catch (JsonMappingException e) {
                String why = e.getCause() instanceof IllegalArgumentException cause
                        ? String.valueOf(cause.getMessage())
                        : e.getOriginalMessage();
                throw new IllegalArgumentException(name + ": " + why, e);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        }
    }

    /** What the row says, then what the figure says; what callers are not told apart. */
    private static ObjectNode entry(JsonNode row, JsonNode figure) {
        ObjectNode entry = row.deepCopy();
        entry.remove(FIGURES);
        figure.properties().forEach(field -> entry.set(field.getKey(), field.getValue()));
        if (entry.has("standing") || entry.has("workings")) {
            throw new IllegalArgumentException("standing: it is derived; expected disagreesWith or nothing");
        }
        ObjectNode workings = entry.putObject("workings");
        for (String field : WORKINGS) {
            JsonNode value = entry.remove(field);
            if (value != null) {
                workings.set(field, value);
            }
        }
        boolean words = FigureKind.QUALITATIVE.name().equals(entry.path("kind").asText());
        entry.put("standing", (words ? Standing.NO_NUMBER : Standing.USABLE).name());
        return entry;
    }

    private Baseline read(ObjectNode entry) throws IOException {
        return mapper.treeToValue(entry, Baseline.class);
    }

    private void keep(Baseline figure) {
        if (!WHOLES.contains(figure.measure())
                && !TERM.matcher(figure.measure()).matches()) {
            throw new IllegalArgumentException(
                    "measure: expected one of %s or a term, found %s".formatted(WHOLES, figure.measure()));
        }
        if (figures.putIfAbsent(figure.id(), figure) != null) {
            throw new IllegalArgumentException("the id is taken");
        }
    }

    private void requireWhatItRepeats(Baseline figure) {
        String repeats = figure.workings().repeats();
        if (repeats == null) {
            return;
        }
        Baseline repeated = figures.get(repeats);
        if (repeated == null || repeated == figure || !numbers(repeated).equals(numbers(figure))) {
            throw new IllegalArgumentException("%s (%s): repeats: expected another figure of the same numbers, found %s"
                    .formatted(FILE, figure.id(), repeats));
        }
    }

    private static List<Object> numbers(Baseline figure) {
        return Arrays.asList(figure.kind(), figure.low(), figure.high(), figure.x());
    }

    private static Set<String> wholes() {
        Set<String> wholes =
                Arrays.stream(Category.values()).map(Category::name).collect(Collectors.toSet());
        wholes.add(Measures.ANY);
        wholes.add(Measures.SERIOUS);
        return wholes;
    }
}
