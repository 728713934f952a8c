using InsightEngine.Evidence;
using InsightEngine.Priorities;

namespace InsightEngine.Briefs;

/// <summary>Finds which of a person's goals an utterance speaks of, by the words that this goal has and the others have not.</summary>
public sealed class TieToGoals
{
    /// <summary>The least weight of shared words: about one word that no other goal has, or two that few have.</summary>
    const double Enough = 1.0;

    readonly List<(string GoalId, HashSet<string> Words)> goals;
    readonly Dictionary<string, double> weights;

    public TieToGoals(IReadOnlyList<AssessedGoal> assessed)
    {
        goals = [.. assessed.Select(g => (g.Goal.Id, WordsOf($"{g.Goal.CanonicalText} {string.Join(' ', g.CheckIns.TakeLast(6).Select(c => c.Note))}")))];
        var holders = goals.SelectMany(g => g.Words).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        // A word of one goal weighs 1, of two a half: an inverse document frequency over the few goals of one person.
        weights = holders.ToDictionary(h => h.Key, h => 1.0 / h.Value);
    }

    /// <summary>The goal that the utterance, read with what was said right before and after it, is most likely about; null if none.</summary>
    public string? Find(IReadOnlyList<Utterance> talk, int index)
    {
        var own = WordsOf(talk[index].Text);
        var around = new HashSet<string>();
        for (var i = Math.Max(0, index - 2); i <= Math.Min(talk.Count - 1, index + 1); i++)
            around.UnionWith(WordsOf(talk[i].Text));
        var best = goals.Select(g => (g.GoalId, Weight: Weight(own, g.Words) + 0.5 * Weight(around, g.Words))).OrderByDescending(g => g.Weight).FirstOrDefault();
        return best.Weight >= Enough ? best.GoalId : null;
    }

    double Weight(HashSet<string> said, HashSet<string> goal) => said.Where(goal.Contains).Sum(w => weights[w] * Math.Min(1, w.Length / 6.0));

    /// <summary>Longer words in lower case without a plural s; short ones are mostly grammar.</summary>
    static HashSet<string> WordsOf(string text) =>
        [.. text.ToLowerInvariant().Split([.. " \n\t.,;:!?()\"'“”’/-–—…"], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 3).Select(w => w.TrimEnd('s'))];
}
