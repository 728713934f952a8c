using InsightEngine.Data;
using InsightEngine.Evidence;
using InsightEngine.Evidence.Transcripts;
using InsightEngine.Passages;
using InsightEngine.Signals;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace InsightEngine.Processing;

/// <summary>Reads stored evidence into passages; a conversation's utterances and signals are replaced on the way. Runs inside the caller's transaction.</summary>
public sealed class ReadEvidence(InsightDb db, ReadSignals readSignals)
{
    public async Task<List<PassageDraft>> ConversationsAsync(string tenantId, string[] ids, CancellationToken ct)
    {
        var drafts = new List<PassageDraft>();
        if (ids.Length == 0)
            return drafts;
        await db.Utterances.Where(u => ids.Contains(u.ConversationId)).ExecuteDeleteAsync(ct);
        var everyone = await db.People.AsNoTracking().Select(p => new Participant(p.Id, p.Name, p.Email)).ToListAsync(ct);
        var names = everyone.Select(p => p.Name).ToList();
        await db.Signals.Where(s => ids.Contains(s.ConversationId)).ExecuteDeleteAsync(ct);
        var utterances = new List<Utterance>();
        await foreach (var talk in db.Conversations.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            var its = Utterances(talk, everyone);
            db.Signals.AddRange(readSignals.Read(talk, its, names));
            utterances.AddRange(its);
            drafts.AddRange(CutEvidence.Cut(talk, its));
        }
        await InsertAsync(tenantId, utterances, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return drafts;
    }

    public async Task<List<PassageDraft>> GoalsAsync(string[] ids, CancellationToken ct) =>
        [.. (await db.Goals.AsNoTracking().Where(g => ids.Contains(g.Id)).OrderBy(g => g.Id).ToListAsync(ct)).SelectMany(CutEvidence.Cut)];

    public async Task<List<PassageDraft>> CheckInsAsync(string[] ids, CancellationToken ct)
    {
        var pairs = await db.CheckIns.AsNoTracking()
            .Where(c => ids.Contains(c.Id))
            .Join(db.Goals, c => c.GoalId, g => g.Id, (CheckIn, Goal) => new { CheckIn, Goal })
            .OrderBy(p => p.CheckIn.Id)
            .ToListAsync(ct);
        return [.. pairs.SelectMany(p => CutEvidence.Cut(p.CheckIn, p.Goal))];
    }

    public async Task<List<PassageDraft>> FeedbackAsync(string[] ids, CancellationToken ct) =>
        [.. (await db.Feedback.AsNoTracking().Where(f => ids.Contains(f.Id)).OrderBy(f => f.Id).ToListAsync(ct)).SelectMany(CutEvidence.Cut)];

    public async Task<List<PassageDraft>> WorkAsync(string[] ids, CancellationToken ct) =>
        [.. (await db.WorkEvents.AsNoTracking().Where(w => ids.Contains(w.Id)).OrderBy(w => w.Id).ToListAsync(ct)).SelectMany(CutEvidence.Cut)];

    /// <summary>The conversations that these people take part in.</summary>
    public Task<List<string>> TalksOfAsync(string[] people, CancellationToken ct) =>
        db.Conversations.Where(c => people.Contains(c.ManagerId) || people.Contains(c.ReportId)).Select(c => c.Id).ToListAsync(ct);

    public Task<List<string>> CheckInsOfAsync(string[] goals, CancellationToken ct) =>
        db.CheckIns.Where(c => goals.Contains(c.GoalId)).Select(c => c.Id).ToListAsync(ct);

    static List<Utterance> Utterances(Conversation talk, List<Participant> everyone)
    {
        var lines = TranscriptReader.Read(talk.Transcript, talk.Format).Lines;
        bool TakesPart(Participant p) => p.Id == talk.ManagerId || p.Id == talk.ReportId;
        var speakers = SpeakerMatching.Match(
            [.. lines.Select(l => l.Speaker).OfType<string>().Distinct()], [.. everyone.Where(TakesPart)], [.. everyone.Where(p => !TakesPart(p))]);
        var start = 0;
        var utterances = new List<Utterance>(lines.Count);
        foreach (var line in lines)
        {
            utterances.Add(new()
            {
                TenantId = talk.TenantId,
                ConversationId = talk.Id,
                Number = utterances.Count + 1,
                Speaker = line.Speaker,
                SpeakerId = line.Speaker is null ? null : speakers[line.Speaker],
                Text = line.Text,
                Start = start,
                RawStart = line.RawStart,
                RawEnd = line.RawEnd,
            });
            start += line.Text.Length + 1;
        }
        return utterances;
    }

    async Task InsertAsync(string tenantId, List<Utterance> utterances, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into utterances (tenant_id, conversation_id, number, speaker, speaker_id, text, start, raw_start, raw_end, withheld, done, dropped)
            select $1, * from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """, (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Parameters =
            {
                new() { Value = tenantId },
                ArrayParameter.Of(utterances.Select(u => u.ConversationId)),
                ArrayParameter.Of(utterances.Select(u => u.Number)),
                ArrayParameter.Of(utterances.Select(u => u.Speaker)),
                ArrayParameter.Of(utterances.Select(u => u.SpeakerId)),
                ArrayParameter.Of(utterances.Select(u => u.Text)),
                ArrayParameter.Of(utterances.Select(u => u.Start)),
                ArrayParameter.Of(utterances.Select(u => u.RawStart)),
                ArrayParameter.Of(utterances.Select(u => u.RawEnd)),
                ArrayParameter.Of(utterances.Select(u => u.Withheld)),
                ArrayParameter.Of(utterances.Select(u => u.Done)),
                ArrayParameter.Of(utterances.Select(u => u.Dropped)),
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
