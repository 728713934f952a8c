using System.Text;

namespace InsightEngine.Signals;

/// <summary>
/// An utterance as hashed pieces of text: its words in ones, twos and threes, its words with who spoke, pieces of its words, and the
/// words around it.
/// </summary>
static class WordFeatures
{
    public const int Dimensions = 1 << 16;

    const int WordsBefore = 15;
    const int WordsAfter = 15;

    /// <summary>Sorted indices below <see cref="Dimensions"/>, each with its value; every group of pieces has its own share of the length.</summary>
    public static (int[] Indices, float[] Values) Of(TalkTurn turn, string? before, string? after)
    {
        var features = new SortedDictionary<int, float>();
        var words = Words(turn.Text);
        Add(features, 1f, WordPieces(words));
        var role = turn.Role == TalkRole.Manager ? "m" : "r";
        Add(features, 0.5f, words.Select(word => $"{role} {word}").Append(role));
        Add(features, 1f, words.SelectMany(LetterPieces));
        if (before is not null)
        {
            var last = Words(before).TakeLast(WordsBefore).ToList();
            Add(features, 0.5f, last.Select(word => $"p {word}").Concat(last.Zip(last.Skip(1), (first, second) => $"p {first} {second}")));
        }
        if (after is not null)
            Add(features, 0.3f, Words(after).Take(WordsAfter).Select(word => $"n {word}"));
        return ([.. features.Keys], [.. features.Values]);
    }

    /// <summary>Lower-cased words, digits as one mark, and the marks of questions and exclamations.</summary>
    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in text)
        {
            if (char.IsLetter(character) || character is '\'' or '’')
                word.Append(character == '’' ? '\'' : char.ToLowerInvariant(character));
            else if (char.IsDigit(character))
            {
                if (word.Length == 0 || word[^1] != '0')
                    word.Append('0');
            }
            else
            {
                End();
                if (character is '?' or '!')
                    words.Add(character.ToString());
            }
        }
        End();
        return words;

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    static IEnumerable<string> WordPieces(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            yield return $"1 {words[i]}";
            yield return $"2 {(i > 0 ? words[i - 1] : "^")} {words[i]}";
            if (i > 1)
                yield return $"3 {words[i - 2]} {words[i - 1]} {words[i]}";
        }
        if (words.Count > 0)
            yield return $"2 {words[^1]} $";
    }

    static IEnumerable<string> LetterPieces(string word)
    {
        var padded = $"_{word}_";
        for (var length = 3; length <= 5; length++)
            for (var start = 0; start + length <= padded.Length; start++)
                yield return $"c {padded.AsSpan(start, length)}";
    }

    static void Add(SortedDictionary<int, float> features, float weight, IEnumerable<string> pieces)
    {
        var indices = pieces.Select(Index).ToHashSet();
        var value = weight / MathF.Sqrt(indices.Count);
        foreach (var index in indices)
            features[index] = features.GetValueOrDefault(index) + value;
    }

    /// <summary>FNV-1a with a final mix: the same on every machine, unlike <see cref="string.GetHashCode()"/>.</summary>
    static int Index(string piece)
    {
        var hash = 2166136261u;
        foreach (var character in piece)
            hash = (hash ^ character) * 16777619u;
        hash = (hash ^ (hash >> 15)) * 2246822519u;
        return (int)((hash ^ (hash >> 13)) % Dimensions);
    }
}
