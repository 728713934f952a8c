using System.Text.RegularExpressions;

namespace InsightEngine.Briefs;

/// <summary>Chooses the part of a text that is worth quoting: whole sentences where they fit, always exactly as they stand.</summary>
public static partial class Excerpt
{
    /// <summary>The most telling run of sentences of at most so many words; a longer single sentence is cut at a pause.</summary>
    /// <param name="text">A note, a feedback or an utterance; quotes do not cross its line breaks.</param>
    public static string Of(string text, int mostWords)
    {
        var line = text.Split('\n').MaxBy(Telling)!.Trim();
        if (WordCount(line) <= mostWords)
            return line;
        var sentences = Sentence().Matches(line);
        var runs = new List<string>();
        for (var first = 0; first < sentences.Count; first++)
        {
            if (WordCount(sentences[first].Value) > mostWords)
                runs.Add(CutAtPause(sentences[first].Value.Trim(), mostWords));
            for (var last = first; last < sentences.Count; last++)
            {
                var run = line[sentences[first].Index..(sentences[last].Index + sentences[last].Length)].Trim();
                if (WordCount(run) > mostWords)
                    break;
                runs.Add(run);
            }
        }
        return runs.MaxBy(Telling)!;
    }

    public static int WordCount(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Words that carry something, figures counting double.</summary>
    static double Telling(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(w => w.Any(char.IsDigit) ? 2 : w.Length > 3 ? 1 : 0.2);

    static string CutAtPause(string sentence, int mostWords)
    {
        var end = 0;
        for (int i = 0, words = 0; i < sentence.Length && words < mostWords; i++)
            if (sentence[i] == ' ')
            {
                words++;
                end = words < mostWords || end == 0 ? i : end;
            }
        var pause = sentence.AsSpan(0, end).LastIndexOfAny(",;:–—");
        return sentence[..(pause > end / 2 ? pause : end)];
    }

    // A full stop inside a number or an abbreviation of one letter ends no sentence.
    [GeneratedRegex(@".+?(?:(?<!\b\p{L})[.!?…]+[""'”’)]*(?=\s|$)|$)", RegexOptions.Singleline)]
    private static partial Regex Sentence();
}
