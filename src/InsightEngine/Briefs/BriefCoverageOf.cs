namespace InsightEngine.Briefs;

/// <summary>Counts the evidence behind a brief, by week.</summary>
static class BriefCoverageOf
{
    const int Weeks = 8;

    public static BriefCoverage Evidence(BriefEvidence evidence)
    {
        var talks = evidence.Talks.Select(t => t.Date).ToList();
        var checkIns = evidence.Goals.SelectMany(g => g.CheckIns).Select(c => c.Date).ToList();
        var feedback = evidence.Feedback.Select(f => f.Date).ToList();
        var work = evidence.Work.Select(w => w.Date).ToList();
        List<DateOnly> all = [.. talks, .. checkIns, .. feedback, .. work];
        var monday = Monday(evidence.AsOf);
        var weeks = Enumerable.Range(0, Weeks).Select(n => monday.AddDays(7 * (n - Weeks + 1)));
        int In(DateOnly week, List<DateOnly> dates) => dates.Count(d => Monday(d) == week);
        return new(
            all.Count == 0 ? null : all.Min(), all.Count == 0 ? null : all.Max(), talks.Count, checkIns.Count, feedback.Count, work.Count,
            [.. weeks.Select(w => new CoverageWeek(w, In(w, talks), In(w, checkIns), In(w, feedback), In(w, work)))]);
    }

    static DateOnly Monday(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
}
