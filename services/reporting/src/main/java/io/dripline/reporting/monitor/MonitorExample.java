package io.dripline.reporting.monitor;

/** What the API's description shows; a test compares it with what is answered. */
final class MonitorExample {

    static final String LIST = """
            [{"id": "table9-cns", "baseline": "table9-cns", "measure": "CNS", "unit": "FIRST_COURSE", \
            "cohort": {}, "startWeek": null, "alphaShare": 0.1, "p0": 0.08, "nullStates": {"ascertainment": null, "window": null}, "status": "ACTIVE"}]
            """;

    static final String NEW = """
            {"baseline": "table8-lumanauw-dizziness", "unit": "FIRST_COURSE", "cohort": {"route": \
            "INTRAVENOUS"}, "startWeek": "2026-W48", "alphaShare": 0.02}
            """;

    static final String MADE = """
            {"id": "table8-lumanauw-dizziness-1", "baseline": "table8-lumanauw-dizziness", "measure": \
            "dizziness", "unit": "FIRST_COURSE", "cohort": {"route": "INTRAVENOUS"}, "startWeek": "2026-W48", \
            "alphaShare": 0.02, "p0": 0.25941004932933953, "nullStates": {"ascertainment": null, "window": null}, "status": "ACTIVE", "createdAt": \
            "2026-11-22T01:02:03Z", "createdBy": "officer", "history": [{"step": "MADE", "at": \
            "2026-11-22T01:02:03Z", "by": "officer", "reason": null, "p0": 0.25941004932933953, "nullRevision": 0, "startWeek": \
            "2026-W48"}]}
            """;

    static final String RETIREMENT = """
            {"reason": "The clinics stopped giving it intravenously."}
            """;

    static final String RETIRED = """
            {"id": "table8-lumanauw-dizziness-1", "baseline": "table8-lumanauw-dizziness", "measure": \
            "dizziness", "unit": "FIRST_COURSE", "cohort": {"route": "INTRAVENOUS"}, "startWeek": "2026-W48", \
            "alphaShare": 0.02, "p0": 0.25941004932933953, "nullStates": {"ascertainment": null, "window": null}, "status": "RETIRED", "createdAt": \
            "2026-11-22T01:02:03Z", "createdBy": "officer", "history": [{"step": "MADE", "at": \
            "2026-11-22T01:02:03Z", "by": "officer", "reason": null, "p0": 0.25941004932933953, "nullRevision": 0, "startWeek": \
            "2026-W48"}, {"step": "RETIRED", "at": "2026-11-25T04:05:06Z", "by": "officer", "reason": \
            "The clinics stopped giving it intravenously.", "p0": 0.25941004932933953, "nullRevision": 0, "startWeek": \
            "2026-W48"}]}
            """;

    static final String DETAIL = """
            {"id": "table9-hepatic", "baseline": "table9-hepatic", "measure": "HEPATIC", "unit": \
            "FIRST_COURSE", "cohort": {}, "startWeek": "2026-W47", "alphaShare": 0.1, "p0": 0.002, "nullStates": {"ascertainment": "CHECKLIST", "window": "infusion"}, "status": \
            "ACTIVE", "createdAt": "2026-11-02T08:00:00Z", "createdBy": "dripline", "history": [{"step": \
            "MADE", "at": "2026-11-02T08:00:00Z", "by": "dripline", "reason": null, "p0": null, "nullRevision": null, "startWeek": \
            null}, {"step": "NULL_GIVEN", "at": "2026-11-22T01:02:03Z", "by": "officer", "reason": "Elevated \
            enzymes in 2 of 1,000 infusions of our registry, 2019 to 2025.", "p0": 0.002, "nullRevision": 1, "startWeek": \
            "2026-W47"}]}
            """;

    static final String SHARES = """
            {"alpha": 0.05, "allClinics": {"share": 0.5, "spent": 0.5, "left": 0.0}, "clinics": {"share": \
            0.4, "spent": 0.2, "left": 0.2}, "officers": {"share": 0.1, "spent": 0.02, "left": 0.08}}
            """;

    static final String SUGGESTIONS = """
            [{"baseline": "table8-zekry-dizziness", "study": "Zekry et al.", "place": "Table 8, row Zekry et \
            al.", "measure": "dizziness", "measurePrinted": "Dizziness", "printed": "Dizziness 46%", \
            "standing": "DISCORDANT", "p0": 0.5621278232820034, "nullStates": {"ascertainment": null, "window": null}, "population": "Adults with chronic \
            non-malignant pain", "unit": "FIRST_COURSE", "cohort": {"route": "SUBCUTANEOUS", "regimen": \
            "SINGLE", "doseBand": "BELOW_0_5"}, "exposed": 31, "fromWeek": "2026-W22", "toWeek": "2026-W47", \
            "aspects": [{"aspect": "route", "published": "SUBCUTANEOUS", "resemblance": "COMPARABLE", \
            "sentence": "The study's is subcutaneous, and the monitor counts no other."}, {"aspect": \
            "formulation", "published": null, "resemblance": "NOT_STATED", "sentence": "The source does not \
            state whether ketamine was racemic; ours: 31 racemic."}, {"aspect": "regimen", "published": \
            "SINGLE", "resemblance": "COMPARABLE", "sentence": "The study's is single, and the monitor counts \
            no other."}, {"aspect": "indication", "published": null, "resemblance": "NOT_STATED", "sentence": \
            "The source does not state one indication; ours: 31 mixed pain."}, {"aspect": "dose", \
            "published": "3-7d sub-anaesthetic infusion, 200mg in 50ml saline at rate of 4-8mg/h; mean daily \
            dose = 228mg/day (201-526)", "resemblance": "COMPARABLE", "sentence": "The study's doses lie in \
            the band below 0.5, and the monitor counts no other."}, {"aspect": "ascertainment", "published": \
            null, "resemblance": "NOT_STATED", "sentence": "The source does not state how events were asked \
            for; ours: 31 checklist."}, {"aspect": "window", "published": "course", "resemblance": \
            "COMPARABLE", "sentence": "Both counted over one treatment."}, {"aspect": "unit", "published": \
            "FIRST_COURSE", "resemblance": "COMPARABLE", "sentence": "Both count each patient once."}]}]
            """;

    static final String MALFORMED = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", "violations": \
            [{"field": "cohort.colour", "message": "unknown field; expected one of clinic, route, formulation, \
            regimen, indication, doseBand, ascertainment"}]}
            """;

    static final String BROKEN = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", \
            "violations": [{"field": "alphaShare", "message": "expected 0.000001 to 0.1, found 0.0"}, \
            {"field": "baseline", "message": "expected the id of a figure, see GET /api/baselines, found \
            table9-nothing"}, {"field": "unit", "message": "missing"}]}
            """;

    static final String SAME = """
            {"status": 409, "title": "Conflict", "detail": "The monitor table8-lumanauw-dizziness-1 watches \
            exactly this."}
            """;

    static final String UNKNOWN = """
            {"status": 404, "title": "Not Found", "detail": "There is no monitor table9-nothing-1."}
            """;

    static final String UNKNOWN_FIELD = """
            {"status": 400, "title": "Bad Request", "detail": "The request cannot be read", "violations": \
            [{"field": "colour", "message": "unknown field"}]}
            """;

    static final String NO_REASON = """
            {"status": 422, "title": "Unprocessable Content", "detail": "The request breaks rules", \
            "violations": [{"field": "reason", "message": "expected a sentence that says why, found none"}]}
            """;

    static final String RETIRED_BEFORE = """
            {"status": 409, "title": "Conflict", "detail": "It was retired by officer at \
            2026-11-25T04:05:06Z."}
            """;

    private MonitorExample() {}
}
