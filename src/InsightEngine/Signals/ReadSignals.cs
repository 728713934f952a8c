using System.Security.Cryptography;
using System.Text;
using InsightEngine.Evidence;

namespace InsightEngine.Signals;

/// <summary>Reads a talk's utterances into signals, and marks on them what must stay out of everything. Pure but for the models.</summary>
public sealed class ReadSignals(SignalReader reader)
{
    /// <summary>The signals of a talk. What is sensitive, or aimed at a machine, gives none.</summary>
    /// <param name="utterances">In the order of the talk; they get their marks.</param>
    /// <param name="people">Full names of the people of the tenant, which are hidden from the models.</param>
    public IReadOnlyList<Signal> Read(Conversation talk, IReadOnlyList<Utterance> utterances, IReadOnlyList<string> people)
    {
        var readings = reader.Read([.. utterances.Select(u => new TalkTurn(RoleOf(talk, u.SpeakerId), u.Text))], people);
        var signals = new List<Signal>();
        foreach (var (utterance, reading) in utterances.Zip(readings))
        {
            utterance.Withheld = reading.Sensitive || reading.Injection;
            utterance.Done = (float)reading.Done;
            utterance.Dropped = (float)reading.Dropped;
            if (utterance.Withheld)
                continue;
            // Skills are ascribed by name, not by the mere sign of one.
            foreach (var (kind, confidence) in reading.Confidences.Where(c => c.Key != SignalKind.Skill).OrderBy(c => c.Key))
                signals.Add(Signal(talk, utterances, utterance, kind, confidence));
        }
        return signals;
    }

    Signal Signal(Conversation talk, IReadOnlyList<Utterance> utterances, Utterance utterance, SignalKind kind, double confidence)
    {
        var person = PersonOf(talk, utterance, kind);
        return new()
        {
            TenantId = talk.TenantId,
            Id = IdOf(talk.TenantId, kind, person, $"{talk.Id}#{utterance.Number}"),
            Kind = kind,
            ConversationId = talk.Id,
            UtteranceNumber = utterance.Number,
            Date = talk.Date,
            PersonId = person,
            SpeakerId = utterance.SpeakerId,
            Quote = utterance.Text,
            Confidence = confidence,
            Due = kind == SignalKind.Commitment ? DueOf(talk, utterances, utterance.Number - 1) : null,
            Model = reader.Version,
        };
    }

    /// <summary>Praise and criticism are about the other one of the two; everything else about who speaks.</summary>
    static string? PersonOf(Conversation talk, Utterance utterance, SignalKind kind) =>
        kind is not (SignalKind.Recognition or SignalKind.Constructive) ? utterance.SpeakerId
        : utterance.SpeakerId == talk.ManagerId ? talk.ReportId
        : utterance.SpeakerId == talk.ReportId ? talk.ManagerId
        : null;

    static DateOnly? DueOf(Conversation talk, IReadOnlyList<Utterance> utterances, int index) =>
        DueDate.Resolve(
            utterances[index].Text,
            [.. utterances.Take(index).TakeLast(DueDate.LooksBack).Select(u => u.Text)],
            [.. utterances.Skip(index + 1).Take(DueDate.LooksAhead).Select(u => u.Text)], talk.Date);

    static TalkRole RoleOf(Conversation talk, string? speaker) =>
        speaker == talk.ManagerId ? TalkRole.Manager : speaker == talk.ReportId ? TalkRole.Report : TalkRole.Other;

    static string IdOf(string tenant, SignalKind kind, string? person, string evidence) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}\n{kind.Word()}\n{person}\n{evidence}")))[..24];
}
