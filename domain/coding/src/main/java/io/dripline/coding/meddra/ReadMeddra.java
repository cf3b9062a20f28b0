package io.dripline.coding.meddra;

import io.dripline.coding.BrokenVocabularyException;
import io.dripline.coding.LicensedTerm;
import io.dripline.coding.LicensedVocabulary;
import io.dripline.contracts.coding.MeddraTerm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a licensee's MedDRA ASCII distribution: {@code soc.asc}, {@code pt.asc}, {@code mdhier.asc}, {@code llt.asc} and,
 * where they are there, {@code meddra_release.asc} and the operator's {@link ReadStatedCategories}. Lowest-level terms that are
 * not current are skipped, and so are all paths of the hierarchy but the primary ones.
 */
public final class ReadMeddra {

    private record PreferredTerm(AscFile.Row row, String name, int soc, List<String> wordings) {}

    private final Distribution files;
    private final Map<Integer, String> classes = new HashMap<>();
    private final Map<Integer, PreferredTerm> terms = new LinkedHashMap<>();

    private final Set<Integer> placed = new HashSet<>();
    private final Set<Integer> wordings = new HashSet<>();

    private ReadMeddra(Path directory) {
        this.files = new Distribution(directory);
    }

    /**
     * The terms of the distribution in this directory.
     *
     * @param version of the release, e.g. {@code 27.1}; null: {@code meddra_release.asc} says it
     * @throws BrokenVocabularyException a file cannot be used; names file, line and what was expected
     */
    public static LicensedVocabulary from(Path directory, @Nullable String version) {
        return new ReadMeddra(directory).read(version);
    }

    private LicensedVocabulary read(@Nullable String stated) {
        files.forEachRow(AscFile.SOC, this::addClass);
        files.forEachRow(AscFile.PT, this::addTerm);
        files.forEachRow(AscFile.MDHIER, this::checkPath);
        checkPrimaryClasses();
        files.forEachRow(AscFile.LLT, this::addWording);
        String version = ReadReleaseVersion.of(files, stated);
        var categories = ReadStatedCategories.read(files, classes.keySet());
        return new LicensedVocabulary(
                "meddra-%s-%s".formatted(version, files.digest()),
                terms.entrySet().stream()
                        .map(term -> licensed(term.getKey(), term.getValue()))
                        .toList(),
                categories);
    }

    private LicensedTerm licensed(int code, PreferredTerm term) {
        String soc = Objects.requireNonNull(classes.get(term.soc));
        return new LicensedTerm(new MeddraTerm(code, term.name, term.soc, soc), term.wordings);
    }

    private void addClass(AscFile.Row row) {
        if (classes.put(row.code("soc_code"), row.name("soc_name")) != null) {
            throw row.line().broken("a soc_code that has no line yet");
        }
    }

    private void addTerm(AscFile.Row row) {
        int soc = row.code("pt_soc_code");
        if (!classes.containsKey(soc)) {
            throw row.line().broken("a pt_soc_code of soc.asc");
        }
        PreferredTerm term = new PreferredTerm(row, row.name("pt_name"), soc, new ArrayList<>(4));
        if (terms.put(row.code("pt_code"), term) != null) {
            throw row.line().broken("a pt_code that has no line yet");
        }
    }

    private void checkPath(AscFile.Row row) {
        int code = row.code("pt_code");
        PreferredTerm term = term(code, row);
        int soc = row.code("soc_code");
        if (!classes.containsKey(soc)) {
            throw row.line().broken("a soc_code of soc.asc");
        }
        if (row.flag("primary_soc_fg")) {
            if (term.soc != soc) {
                throw row.line().broken("as the primary soc_code the pt_soc_code of pt.asc, " + term.soc);
            }
            placed.add(code);
        }
    }

    private void checkPrimaryClasses() {
        terms.forEach((code, term) -> {
            if (!placed.contains(code)) {
                throw term.row.line().broken("a pt_code with a line in mdhier.asc whose primary_soc_fg is Y");
            }
        });
    }

    private void addWording(AscFile.Row row) {
        if (!wordings.add(row.code("llt_code"))) {
            throw row.line().broken("an llt_code that has no line yet");
        }
        PreferredTerm term = term(row.code("pt_code"), row);
        String name = row.name("llt_name");
        if (row.flag("llt_currency")) {
            term.wordings.add(name);
        }
    }

    private PreferredTerm term(int code, AscFile.Row row) {
        return Optional.ofNullable(terms.get(code)).orElseThrow(() -> row.line().broken("a pt_code of pt.asc"));
    }
}
