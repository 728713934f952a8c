using InsightEngine.Data;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Evidence;

/// <summary>Takes evidence in: checks it, stores what is good with its outbox rows in one transaction, and says what is wrong with the rest.</summary>
public sealed class ReceiveEvidence(InsightDb db, TimeProvider clock)
{
    /// <summary>Stores one row; no errors mean that it is in.</summary>
    public async Task<IReadOnlyList<FieldError>> StoreAsync<T>(T row, CancellationToken ct)
        where T : class, IEvidence
    {
        await using var transaction = await db.BeginAsync(row.TenantId, ct);
        var errors = await StoreAsync([row], ct);
        if (errors[0].Count == 0)
            await transaction.CommitAsync(ct);
        return errors[0];
    }

    /// <summary>Stores rows of one tenant in the running transaction; answers the errors of each, in the order of the rows.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<FieldError>>> StoreAsync<T>(IReadOnlyList<T> rows, CancellationToken ct)
        where T : class, IEvidence
    {
        var errors = await CheckAsync(rows, ct);
        await SaveAsync([.. rows.Where((_, i) => errors[i].Count == 0)], ct);
        return errors;
    }

    async Task<List<IReadOnlyList<FieldError>>> CheckAsync<T>(IReadOnlyList<T> rows, CancellationToken ct)
        where T : class, IEvidence
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var references = rows.SelectMany(r => r.References).ToLookup(r => r.Kind, r => r.Id);
        var people = await KnownAsync(db.People, references[EvidenceKind.Person], ct);
        var goals = await KnownAsync(db.Goals, references[EvidenceKind.Goal], ct);
        var errors = rows.Select(r => r.Check(today).ToList()).ToList();
        await CheckCyclesAsync(rows, errors, ct);

        // Rows of one batch may point at each other (a manager or a parent goal that comes later in the file), but not at a bad one.
        var batch = rows.Select(r => r.Id).ToHashSet();
        HashSet<string> good;
        bool changed;
        do
        {
            good = [.. rows.Where((_, i) => errors[i].Count == 0).Select(r => r.Id)];
            changed = false;
            foreach (var (row, its) in rows.Zip(errors))
                foreach (var reference in row.References)
                {
                    var known = reference.Kind == EvidenceKind.Person ? people : goals;
                    var within = reference.Kind == KindOf<T>();
                    if (known.Contains(reference.Id) || (within && good.Contains(reference.Id)) || its.Any(e => e.Field == reference.Field))
                        continue;
                    its.Add(new(reference.Field, Unknown(reference, within && batch.Contains(reference.Id))));
                    changed = true;
                }
        } while (changed);
        return [.. errors];
    }

    static string Unknown(Reference reference, bool hasErrors) =>
        reference.Id.Length == 0 ? "is required"
        : hasErrors ? $"the row of '{Shown(reference.Id)}' has errors itself"
        : $"no {reference.Kind.Word()} has the id '{Shown(reference.Id)}'; send it first";

    /// <summary>Short, and nothing that a JSON column refuses: no NUL, no half of a pair.</summary>
    static string Shown(string id)
    {
        var shown = id.Replace('\0', '\uFFFD');
        return shown.Length <= 40 ? shown : shown[..(char.IsHighSurrogate(shown[39]) ? 39 : 40)] + "…";
    }

    static async Task<HashSet<string>> KnownAsync<T>(IQueryable<T> all, IEnumerable<string> ids, CancellationToken ct)
        where T : class, IEvidence
    {
        // PostgreSQL takes no NUL, not even to look for.
        var wanted = ids.Where(id => !id.Contains('\0')).Distinct().ToArray();
        return wanted.Length == 0 ? [] : [.. await all.Where(e => wanted.Contains(e.Id)).Select(e => e.Id).ToListAsync(ct)];
    }

    async Task CheckCyclesAsync<T>(IReadOnlyList<T> rows, List<List<FieldError>> errors, CancellationToken ct)
        where T : class, IEvidence
    {
        if (rows is not IReadOnlyList<Person> && rows is not IReadOnlyList<Goal>)
            return;
        var (field, above) = rows is IReadOnlyList<Person>
            ? ("managerId", await db.People.Where(p => p.ManagerId != null).ToDictionaryAsync(p => p.Id, p => p.ManagerId, ct))
            : ("parentId", await db.Goals.Where(g => g.ParentId != null).ToDictionaryAsync(g => g.Id, g => g.ParentId, ct));
        foreach (var row in rows)
            above[row.Id] = Above(row);
        for (var i = 0; i < rows.Count; i++)
            if (Cycle(above, rows[i].Id) is { Count: > 2 } cycle)
                errors[i].Add(new(field, $"goes round in a circle: {string.Join(" → ", cycle.Select(Shown))}"));
    }

    static string? Above(IEvidence row) => row switch { Person p => p.ManagerId, Goal g => g.ParentId, _ => null };

    /// <summary>The way from an id up and back to itself, if there is one.</summary>
    static List<string>? Cycle(Dictionary<string, string?> above, string start)
    {
        var seen = new HashSet<string>();
        var way = new List<string> { start };
        for (var next = above.GetValueOrDefault(start); next is not null && seen.Add(next); next = above.GetValueOrDefault(next))
        {
            way.Add(next);
            if (next == start)
                return way;
        }
        return null;
    }

    async Task SaveAsync<T>(IReadOnlyList<T> rows, CancellationToken ct)
        where T : class, IEvidence
    {
        if (rows.Count == 0)
            return;
        foreach (var row in rows)
            row.ContentHash = ContentHash.Of(row);
        var ids = rows.Select(r => r.Id).ToArray();
        var known = await db.Set<T>().Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.ContentHash }).ToDictionaryAsync(e => e.Id, ct);
        var changed = rows.Where(r => !known.TryGetValue(r.Id, out var old) || !old.ContentHash.AsSpan().SequenceEqual(r.ContentHash)).ToList();
        if (changed.Count == 0)
            return;

        var now = clock.GetUtcNow();
        await db.MarkPendingAsync(changed[0].TenantId, KindOf<T>(), changed.Select(r => r.Id), now, ct);
        ids = [.. changed.Select(r => r.Id)];
        var stored = await db.Set<T>().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        foreach (var row in changed)
        {
            row.ReceivedAt = now;
            if (stored.TryGetValue(row.Id, out var old))
                db.Entry(old).CurrentValues.SetValues(row);
            else
                db.Add(row);
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    public static EvidenceKind KindOf<T>()
        where T : class, IEvidence =>
        typeof(T) switch
        {
            var t when t == typeof(Person) => EvidenceKind.Person,
            var t when t == typeof(Goal) => EvidenceKind.Goal,
            var t when t == typeof(CheckIn) => EvidenceKind.CheckIn,
            var t when t == typeof(Feedback) => EvidenceKind.Feedback,
            var t when t == typeof(Conversation) => EvidenceKind.Conversation,
            var t when t == typeof(WorkEvent) => EvidenceKind.Work,
            var t => throw new InvalidOperationException($"{t} is no evidence"),
        };
}
