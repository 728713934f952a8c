using InsightEngine.Access;
using InsightEngine.Data;
using InsightEngine.Evidence;
using InsightEngine.Priorities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace InsightEngine.Briefs;

/// <summary>A manager's brief on a report before a one-to-one: gather under their rights, find points, select, write, check.</summary>
public sealed partial class PrepareBrief(InsightDb db, GatherEvidence gather, TimeProvider clock, ILogger<PrepareBrief> log)
{
    /// <summary>Null unless the reader is the report's manager now. Runs in the reader's transaction; leaves an audit row.</summary>
    /// <param name="asOf">The day of the talk that the brief prepares: evidence dated up to it counts, talks dated before it.</param>
    public async Task<Brief?> PrepareAsync(Reader reader, string reportId, DateOnly asOf, CancellationToken ct)
    {
        if (await gather.GatherAsync(reader, reportId, asOf, ct) is not { } evidence)
            return null;
        var sources = evidence.Sources().ToDictionary(s => (s.Type, s.Id), s => s.Text);
        var dropped = 0;
        List<BriefSection> sections = [];
        foreach (var group in SelectPoints.Select(new FindPoints(evidence).Find()).GroupBy(p => p.Section).OrderBy(g => g.Key))
        {
            var (kept, lost) = CheckCitations.Check([.. group.Select(p => new BriefItem(p.Text, StatementNature.Fact, p.Evidence))], sources);
            dropped += lost;
            if (kept.Count > 0)
                sections.Add(new(group.Key, kept));
        }
        if (dropped > 0)
            LogDropped(dropped, reader.TenantId);
        db.Audit.Add(new() { TenantId = reader.TenantId, At = clock.GetUtcNow(), ReaderId = reader.PersonId, What = "brief", ResourceId = $"{reportId}@{asOf:yyyy-MM-dd}", SubjectId = reportId });
        await db.SaveChangesAsync(ct);
        return new(
            reader.PersonId, reportId, asOf, evidence.Since, "built-in", sections, [], [], [.. Gaps(evidence)], BriefCoverageOf.Evidence(evidence),
            new(await ModelsAsync(evidence, ct), new Dictionary<string, string>()));
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

    async Task<Dictionary<string, string>> ModelsAsync(BriefEvidence evidence, CancellationToken ct)
    {
        var talks = evidence.Talks.Select(t => t.Id).ToArray();
        var embedders = await db.Passages.Where(p => p.Kind == EvidenceKind.Conversation && talks.Contains(p.SourceId)).Select(p => p.Model).Distinct().Order().ToListAsync(ct);
        return new() { ["goalHealth"] = AssessGoal.Version, ["embedder"] = string.Join(", ", embedders) };
    }

    [LoggerMessage(LogLevel.Warning, "dropped {Count} statements of a brief of tenant {TenantId}: their citations do not stand")]
    partial void LogDropped(int count, string tenantId);
}
