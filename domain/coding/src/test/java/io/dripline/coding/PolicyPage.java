package io.dripline.coding;

import io.dripline.contracts.coding.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where each term goes and why, as a page to read: what the vocabulary files say, in one place. */
final class PolicyPage {

    private static final String HEAD = """
            # Which system a term belongs to, and why

            Yang et al. come first, as the evidence review prints them (Table 9): CNS with the psychotomimetic effects, dizziness, vertigo, blurred
            vision and nystagmus; GI with nausea and vomiting; cardiovascular with heart rate, blood pressure and cardiac output; hepatic with liver
            enzymes; urogenital with cystitis. What Table 9 does not name goes by Tables 7 and 8 and the review's text, then by the organ that is
            affected; what is of none of the five systems, or of no one of them, is OTHER.

            Written from [lexicon.tsv](%1$slexicon.tsv), [categories.tsv](%1$scategories.tsv) and [treated.tsv](%1$streated.tsv), where a change is
            made, by

                mvn -pl domain/coding -am test -Dtest=PolicyPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dpolicy.page=write

            A test fails while this page differs from the files.
            """;

    private static final String FILES = "../domain/coding/src/main/resources/io/dripline/coding/";
    private static final String POLICY = "Policy: ";

    private record Term(String name, String id, Category category, String why) {}

    private PolicyPage() {}

    static String of(VocabularyFile lexicon, VocabularyFile categories, VocabularyFile treated) {
        List<Term> terms = new ArrayList<>();
        for (VocabularyFile.Line line : lexicon.lines()) {
            String[] columns = line.columns("id", "name", "category", "phrases", "why");
            if (!columns[0].contains("+")) {
                terms.add(new Term(columns[1], columns[0], line.constant(Category.class, columns[2]), columns[4]));
            }
        }
        StringBuilder page = new StringBuilder(HEAD.formatted(FILES));
        page.append("\n## Borderline terms\n\n| term | goes to | why |\n| --- | --- | --- |\n");
        terms.stream()
                .filter(term -> term.why().startsWith(POLICY))
                .forEach(term -> page.append("| %s `%s` | %s | %s |\n"
                        .formatted(
                                term.name(),
                                term.id(),
                                term.category(),
                                term.why().substring(POLICY.length()))));
        for (Category category : Category.values()) {
            page.append(
                    "\n## %s: the other terms of the lexicon\n\n| term | why |\n| --- | --- |\n".formatted(category));
            terms.stream()
                    .filter(term -> term.category() == category && !term.why().startsWith(POLICY))
                    .forEach(term -> page.append("| %s `%s` | %s |\n".formatted(term.name(), term.id(), term.why())));
        }
        addRules(page, categories);
        addTreated(page, treated);
        return page.toString();
    }

    /** Rules with the same answer for the same reason in one row. */
    private static void addRules(StringBuilder page, VocabularyFile file) {
        Map<String, List<String>> terms = new TreeMap<>();
        for (VocabularyFile.Line line : file.lines()) {
            String[] columns = line.columns("rule", "term", "category", "reason");
            terms.computeIfAbsent(
                            "| %s | %s | %s | ".formatted(columns[0], columns[2], columns[3].replace("|", "\\|")),
                            key -> new ArrayList<>())
                    .add(columns[1]);
        }
        page.append("""

                ## Terms of the open vocabularies

                A rule for a TERM is for it alone; one of OAE or SYMP for it and what is below it there; WORD for names with a word that begins so;
                KIND, asked last, for what kind of thing it is. NONE: not coded.

                | rule | goes to | why | terms |
                | --- | --- | --- | --- |
                """);
        terms.forEach((row, names) ->
                page.append(row).append(String.join(", ", names)).append(" |\n"));
    }

    private static void addTreated(StringBuilder page, VocabularyFile file) {
        page.append("""

                ## Benefit, and no event

                What the infusions are given for, where it is said to be better: PAIN by any word or score; ORGAN by score or where the infusions are
                named; MIND by comparison or where the infusions are named; ATTACK where it became less with the infusions.

                | term | kind | why |
                | --- | --- | --- |
                """);
        for (VocabularyFile.Line line : file.lines()) {
            page.append("| %s | %s | %s |\n".formatted((Object[]) line.columns("term", "kind", "why")));
        }
    }
}
