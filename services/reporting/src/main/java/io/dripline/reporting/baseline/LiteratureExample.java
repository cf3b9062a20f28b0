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
            system, of which the source names these.", "p0": 0.08, "nulls": [{"revision": 0, "p0": 0.08, \
            "ascertainment": null, "window": null, "overrides": {"ascertainment": null, "window": null}, \
            "basis": "Upper end of the printed range.", "reason": null, "at": null, "by": null}]}]
            """;

    static final String NULL = """
            {"p0": 0.002, "ascertainment": "CHECKLIST", "window": "infusion", "reason": "Elevated enzymes in 2 of 1,000 infusions of our registry, 2019 to 2025."}
            """;

    static final String NULL_OF_STUDIES = """
            {"studies": [{"x": 2, "n": 60}, {"x": 14, "n": 90}, {"x": 9, "n": 150}], \
            "reason": "Three series of single infusions in adults."}
            """;

    static final String GIVEN = """
            {"id": "table9-hepatic", "study": "Yang et al.", "citation": "Yang et al., reference 11 of the \
            evidence review", "place": "Table 9, row Hepatic", "country": null, "population": "use of \
            sub-anaesthetic doses of ketamine", "n": null, "indication": null, "route": null, "formulation": \
            null, "dose": "sub-anaesthetic", "arm": null, "measure": "HEPATIC", "measurePrinted": "Elevated \
            liver enzymes", "kind": "QUALITATIVE", "printed": "Very small %, no evidence of long-term damage", \
            "low": null, "high": null, "x": null, "unit": null, "window": null, "ascertainment": null, \
            "transient": null, "standing": "NO_NUMBER", "remark": "Words, not a number; a safety officer has to \
            enter a null with a reason.", "p0": 0.002, "nulls": [{"revision": 1, "p0": 0.002, \
            "ascertainment": "CHECKLIST", "window": "infusion", "overrides": {"ascertainment": null, "window": \
            null}, "basis": "Entered \
            by an officer.", "reason": "Elevated enzymes in 2 of 1,000 infusions of our registry, 2019 to \
            2025.", "at": "2026-11-22T01:02:03Z", "by": "officer"}]}
            """;

    static final String NULL_MALFORMED = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", "violations": \
            [{"field": "p0", "message": "expected another type, see /q/openapi"}]}
            """;

    static final String NULL_BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", \
            "violations": [{"field": "p0", "message": "expected a number inside (0, 1), 0.000001 to 0.999999, \
            found 1.0"}, {"field": "reason", "message": "expected a sentence that says why, found none"}]}
            """;

    static final String NULL_STALE = """
            {"status": 412, "title": "Precondition Failed", "detail": "If-Match does not name the revision in \
            force, which is \\"0\\"."}
            """;

    static final String UNKNOWN = """
            {"status": 404, "title": "Not Found", "detail": "There is no figure table9-nothing."}
            """;

    static final String MEASURES = """
            [{"id": "CNS", "name": "Central nervous system", "version": 1, "terms": []}, {"id": \
            "nausea-or-vomiting", "name": "Nausea or vomiting", "version": 1, "terms": ["nausea", \
            "vomiting"]}]
            """;

    private LiteratureExample() {}
}
