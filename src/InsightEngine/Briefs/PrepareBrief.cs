using InsightEngine.Access;
using InsightEngine.Data;
using InsightEngine.Priorities;
using Microsoft.Extensions.Logging;

namespace InsightEngine.Briefs;

/// <summary>A manager's brief on a report before a one-to-one: gather under their rights, find points, select, write, check.</summary>
public sealed partial class PrepareBrief(InsightDb db, GatherEvidence gather, TimeProvider clock, ILogger<PrepareBrief> log)
{
    const int MostCitations = 16;

    /// <summary>Null unless the reader is the report's manager now. Runs in the reader's transaction; leaves an audit row.</summary>
    /// <param name="asOf">The day of the talk that the brief prepares: evidence dated up to it counts, talks dated before it.</param>
    public async Task<Brief?> PrepareAsync(Reader reader, string reportId, DateOnly asOf, CancellationToken ct)
    {
        if (await gather.GatherAsync(reader, reportId, asOf, ct) is not { } evidence)
            return null;
        var sources = evidence.Sources().ToDictionary(s => (s.Type, s.Id), s => s.Text);
        var promises = ListPromises.List(evidence);
        var points = SelectPoints.Select(new FindPoints(evidence).Find(), MostCitations - promises.Count);
        var dropped = 0;
        List<BriefSection> sections = [];
        foreach (var group in new WriteBrief(evidence).Write(points).GroupBy(w => w.Section, w => w.Item).OrderBy(g => g.Key))
        {
            var (kept, lost) = CheckCitations.Check([.. group], sources);
            dropped += lost;
            if (kept.Count > 0)
                sections.Add(new(group.Key, kept));
        }
        if (dropped > 0)
            LogDropped(dropped, reader.TenantId);
        db.Audit.Add(new() { TenantId = reader.TenantId, At = clock.GetUtcNow(), ReaderId = reader.PersonId, What = "brief", ResourceId = $"{reportId}@{asOf:yyyy-MM-dd}", SubjectId = reportId });
        await db.SaveChangesAsync(ct);
        return new(
            reader.PersonId, reportId, asOf, evidence.Since, "built-in", sections, promises, [], [.. Gaps(evidence)], BriefCoverageOf.Evidence(evidence),
            new(Models(evidence), new Dictionary<string, string>()));
    }

    /// <summary>What is not known, in words.</summary>
    static IEnumerable<string> Gaps(BriefEvidence evidence)
    {
        var name = evidence.Report.FirstName;
        if (evidence.Goals.Count == 0)
            yield return $"{name} has no goal that is running.";
        foreach (var goal in evidence.Goals.Where(g => g.Goal.Due >= evidence.AsOf && g.CheckIns.Count == 0))
            yield return $"Nobody has checked in on “{goal.Goal.Title}” yet.";
        if (evidence.Talks.Count == 0)
            yield return $"No earlier one-to-one of you and {name} is on record.";
        else if (evidence.AsOf.DayNumber - evidence.Since!.Value.DayNumber > 42)
            yield return $"Your last one-to-one on record is {evidence.AsOf.DayNumber - evidence.Since.Value.DayNumber} days ago.";
        if (!evidence.Feedback.Any(f => f.ToId == evidence.Report.Id))
            yield return $"No feedback to {name} that you may see in the last four months.";
        if (evidence.Work.Count == 0)
            yield return "Nothing from the work tools in the last four months.";
    }

    static Dictionary<string, string> Models(BriefEvidence evidence) => new()
    {
        ["goalHealth"] = AssessGoal.Version,
        ["signals"] = string.Join(", ", evidence.Talks.SelectMany(t => t.Signals).Select(s => s.Model).Distinct().Order(StringComparer.Ordinal)),
    };

    [LoggerMessage(LogLevel.Warning, "dropped {Count} statements of a brief of tenant {TenantId}: their citations do not stand")]
    partial void LogDropped(int count, string tenantId);
}
