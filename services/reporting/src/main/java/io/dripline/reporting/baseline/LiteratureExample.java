package io.dripline.reporting.baseline;

/** What the API's description shows; a test compares it with what is answered. */
final class LiteratureExample {

    static final String BASELINES = """
            [{"id": "table9-cns", "study": "Yang et al.", "citation": "Yang et al., reference 11 of the \
            evidence review", "place": "Table 9, row Central nervous system", "country": null, "population": \
            "use of sub-anaesthetic doses of ketamine", "n": null, "indication": null, "route": null, \
            "formulation": null, "dose": "sub-anaesthetic", "arm": null, "measure": "CNS", "measurePrinted": \
            "Psychotomimetic effects: visual and auditory hallucinations, paranoia, panic attacks, \
            'drug-high', changes in perception of time and space, dizziness, blurred vision, vertigo, \
            nystagmus, euphoria, dysphoria", "kind": "RANGE", "printed": "4-8%, mostly transient", "low": \
            0.04, "high": 0.08, "x": null, "unit": null, "window": null, "ascertainment": null, "transient": \
            true, "standing": "DISCORDANT", "remark": "Disagrees with table7-cheung-drowsiness (45.7% \
            drowsiness), table7-cheung-nightmares (25.7% nightmares), table8-thompson-sedation (Sedation 70%), \
            table8-thompson-drunkenness (Feeling of drunkenness 58%), table8-thompson-dizziness (Dizziness \
            57%), table8-thompson-drowsiness (Drowsiness 56%), table8-lumanauw-dizziness (dizziness (16.9%)), \
            table8-zekry-dizziness (Dizziness 46%). The measure counts every term of the central nervous \
            system, of which the source names these."}]
            """;

    static final String MEASURES = """
            [{"id": "CNS", "name": "Central nervous system", "version": 1, "terms": []}, {"id": \
            "nausea-or-vomiting", "name": "Nausea or vomiting", "version": 1, "terms": ["nausea", \
            "vomiting"]}]
            """;

    private LiteratureExample() {}
}
