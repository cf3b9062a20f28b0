package io.dripline.reporting.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of published figures, {@code baselines.yaml}. */
@Startup
@Singleton
public class Baselines {

    private static final String FILE = "baselines.yaml";

    private final Map<String, Baseline> byId;

    /** The catalogue that ships with this build. */
    public Baselines() {
        this(read());
    }

    Baselines(List<Baseline> baselines) {
        byId = new LinkedHashMap<>();
        baselines.forEach(baseline -> byId.put(baseline.id(), baseline));
    }

    /** Every figure, in the order of the file. */
    public List<Baseline> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Baseline> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The figure that a monitor was made from.
     *
     * @throws IllegalStateException if the catalogue lost it: figures are never taken out while monitors need them
     */
    public Baseline get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("%s lacks the figure %s".formatted(FILE, id)));
    }

    /** The figures that an observed rate of the measure can be held against: a number, not from long-term use. */
    public List<Baseline> comparable(String measure) {
        return byId.values().stream()
                .filter(baseline -> baseline.measure().equals(measure))
                .filter(baseline -> !"long term".equals(baseline.window()))
                .filter(baseline -> NullFromFigure.p0(baseline).isPresent())
                .toList();
    }

    private static List<Baseline> read() {
        try (InputStream in = Baselines.class.getResourceAsStream("/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /**
     * Reads a catalogue.
     *
     * @throws IllegalArgumentException naming the line or the entry, and what is wrong with it
     */
    static List<Baseline> parse(byte[] yaml) throws IOException {
        ObjectMapper mapper =
                new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        JsonNode entries;
        try {
            entries = mapper.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s line %d: %s".formatted(FILE, e.getLocation().getLineNr(), e.getOriginalMessage()), e);
        }
        if (!entries.isArray() || entries.isEmpty()) {
            throw new IllegalArgumentException(FILE + ": expected a list of figures");
        }
        List<Baseline> baselines = new ArrayList<>();
        for (JsonNode entry : entries) {
            String name = "%s entry %d (%s)"
                    .formatted(FILE, baselines.size() + 1, entry.path("id").asText("without id"));
            baselines.add(read(mapper, entry, name));
            if (baselines.stream().map(Baseline::id).distinct().count() < baselines.size()) {
                throw new IllegalArgumentException(name + ": the id is taken");
            }
        }
        return baselines;
    }

    private static Baseline read(ObjectMapper mapper, JsonNode entry, String name) throws IOException {
        try {
            return mapper.treeToValue(entry, Baseline.class);
        } catch (JsonMappingException e) {
            String why = e.getCause() instanceof IllegalArgumentException cause
                    ? String.valueOf(cause.getMessage())
                    : e.getOriginalMessage();
            throw new IllegalArgumentException(name + ": " + why, e);
        }
    }
}
