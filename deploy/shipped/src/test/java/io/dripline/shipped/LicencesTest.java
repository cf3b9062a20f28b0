package io.dripline.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of licences can fail, and then says what to do. */
class LicencesTest {

    private static final String LIST = """
        {"bomFormat": "CycloneDX", "components": [
          {"type": "library", "group": "io.dripline", "name": "door", "version": "1"},
          {"type": "library", "group": "org.free", "name": "free", "version": "1.2",
           "licenses": [{"license": {"name": "The Apache  Software License, version 2.0"}}]},
          {"type": "library", "group": "org.choice", "name": "choice", "version": "2",
           "licenses": [{"expression": "(GPL-3.0-only OR MIT)"}]},
          {"type": "library", "group": "org.bound", "name": "bound", "version": "3",
           "licenses": [{"license": {"id": "GPL-3.0-only"}}]},
          {"type": "library", "group": "org.silent", "name": "silent", "version": "4"},
          {"type": "library", "group": "org.known", "name": "known", "version": "5"},
          {"type": "library", "group": "org.built", "name": "with", "version": "6",
           "licenses": [{"license": {"id": "GPL-3.0-only"}}],
           "properties": [{"name": "quarkus:component:scope", "value": "development"}]},
          {"type": "file", "name": "quarkus-run.jar"}]}
        """;

    @TempDir
    private Path directory;

    private PartsList parts;

    @BeforeEach
    void lists() throws IOException {
        Files.writeString(directory.resolve("allowed.txt"), """
            # SPDX id | also called | why
            Apache-2.0 | The Apache Software License, Version 2.0; Apache 2 | permissive
            MIT        | The MIT License                                    | permissive
            """);
        Files.writeString(directory.resolve("stated.txt"), """
            org.known:known | MIT | its README
            org.gone:gone   | MIT | its README
            """);
        parts = PartsList.read(Files.writeString(directory.resolve("bom.json"), LIST));
    }

    @Test
    void namesWhatMayNotBeShippedWithItsVersionAndLicenceAndWhatToDo() throws IOException {
        assertThat(Licences.read(directory).faults(parts.foreign()))
                .containsExactly(
                        "org.bound:bound:3 is licensed under GPL-3.0-only, which docs/licences/allowed.txt does not"
                                + " allow: do without it, or if it may be shipped under that licence, add a row that says"
                                + " why",
                        "org.silent:silent:4 does not say its licence: find out which it is, and add org.silent:silent"
                                + " | SPDX id | where it says so to docs/licences/stated.txt");
    }

    @Test
    void namesRowsThatNothingNeedsAnyMore() throws IOException {
        assertThat(Licences.read(directory).needless(parts.foreign())).containsExactly("org.gone:gone");
    }

    @Test
    void namesTheLineOfAListThatCannotBeRead() throws IOException {
        Files.writeString(directory.resolve("stated.txt"), "# comment\norg.known:known | | its README\n");

        assertThatThrownBy(() -> Licences.read(directory))
                .hasMessage(
                        "stated.txt, line 2: expected part | SPDX id | where it says so, found 'org.known:known | | its"
                                + " README'");
    }

    @Test
    void anotherFileIsNoPartsList() throws IOException {
        Path other = Files.writeString(directory.resolve("other.json"), "{}");

        assertThatThrownBy(() -> PartsList.read(other)).hasMessageContaining("expected a parts list of CycloneDX");
    }

    @Test
    void namesAFileThatNobodyAccountsFor() throws IOException {
        Files.writeString(directory.resolve("bundled.txt"), """
            words/*.tsv | Words 1   | MIT          | its page
            gone/*.txt  | Gone 1    | MIT          | its page
            page/**     | A page 2  | CC-BY-NC-4.0 | its page
            """);

        assertThat(Bundled.read(directory)
                        .faults(List.of("words/a.tsv", "page/parts/b.js", "words/c.txt"), Licences.read(directory)))
                .containsExactly(
                        "A page 2 (page/**) is licensed under CC-BY-NC-4.0, which docs/licences/allowed.txt does not"
                                + " allow: do without it, or if it may be shipped under that licence, add a row that says"
                                + " why",
                        "gone/*.txt of docs/licences/bundled.txt is not shipped any more: remove its row",
                        "words/c.txt stands in no row of docs/licences/bundled.txt: say whose it is and under which"
                                + " licence");
    }
}
