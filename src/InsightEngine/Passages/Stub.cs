namespace InsightEngine.Passages;
public sealed record SpokenTurn(int Number, string? SpeakerId, string Text);
public sealed record PassageRange(int First, int Last, int Start, int End);
public static class CutConversation { public static IReadOnlyList<PassageRange> Cut(IReadOnlyList<SpokenTurn> turns) => [new(1, turns.Count, 0, turns.Sum(t => t.Text.Length + 1) - 1)]; }
