using InsightEngine.Signals.Dates;

namespace InsightEngine.Signals;

/// <summary>What was promised, in the speaker's own words, short enough for a list: <c>bring it to the board with the table</c>.</summary>
public static class CommitmentPhrase
{
    public const int MostWords = 14;

    /// <summary>A cut at a comma or joint is better than one at the last word, unless it leaves too little.</summary>
    const int LeastWords = 5;

    const string Fillers =
        "okay ok so um uh er eh ah oh yes yeah yep right well look and but then no hm mm mhm fine good great sure now just also actually definitely probably "
        + "really certainly happily personally please thanks anyway maybe";

    /// <summary>A part of the utterance, word for word; the part that promises most, without lead-in and without the day that ends it.</summary>
    public static string Of(string text)
    {
        var t = new Tokens(text);
        if (Enumerable.Range(0, t.Count).All(t.IsMark))
            return text.Trim();
        var best = Enumerable.Range(0, t.Count).Select(i => (From: Verb(t, i), Weight: Weigh(t, i))).MaxBy(c => c.Weight);
        var start = best.Weight > 0 ? best.From : LongestStatement(t);
        var end = Math.Max(start + 1, ClauseEnd(t, start));
        end = Shorten(text, t, start, WithoutDay(t, start, end));
        while (end > start + 1 && t.IsMark(end - 1))
            end--;
        return text[t.At(start).Start..t.At(end - 1).End];
    }

    /// <summary>Where nobody says "I will", the sentence that says most and does not ask: <c>Okay. Names on the board. From Tuesday.</c></summary>
    static int LongestStatement(Tokens t)
    {
        var (longest, from) = (0, 0);
        for (var (i, start) = (0, 0); i < t.Count; i++)
        {
            if (!t.IsStop(i + 1))
                continue;
            while (start < i && (t.Is(start, Fillers) || t.IsMark(start)))
                start++;
            if (i - start >= longest && !t.Is(i + 1, "?"))
                (longest, from) = (i - start + 1, start);
            start = i + 2;
        }
        return from;
    }

    /// <summary>The end of the clause, with what is to be asked or found out: <c>see if it fits</c>.</summary>
    static int ClauseEnd(Tokens t, int start)
    {
        var end = Clause.Around(t, start).End;
        return t.Is(end, "if") && t.Is(end - 1, "see ask check tell know him her them") ? Clause.Around(t, end + 1).End : end;
    }

    /// <summary>How strongly a promise begins here, and how much it says: <c>I'll send the list</c> before <c>I'll do it</c>.</summary>
    static double Weigh(Tokens t, int i)
    {
        var strength =
            t.Is(i, "i'll we'll") || t.After(i, "i we", "will shall won't") > 0 || t.After(i, "i'm", "going gonna") > 0 ? 3
            : t.After(i, "let", "me") > 0 || t.After(i, "i", "can could do don't") > 0 || t.Is(i, "i'd you'll it'll") || IsGerund(t, i) ? 2
            : t.Is(i, "i") && !t.Is(i + 1, "think know mean guess was did had said told asked thought see suppose hope want need like have promise") ? 1
            : 0;
        return strength == 0 || t.IsMark(Verb(t, i)) ? 0 : strength + Content(t, Verb(t, i), Clause.Around(t, i).End) - (t.Is(i - 1, "if when because") ? 2 : 0);
    }

    /// <summary>Where the deed begins; a refusal keeps its <c>won't</c>, and what the other will have keeps who has it.</summary>
    static int Verb(Tokens t, int i)
    {
        var verb = t.Is(i, "you'll it'll") ? i
            : t.After(i, "i we", "won't don't") > 0 ? i + 1
            : t.After(i, "i'm", "going", "to") is > 0 and var going ? going
            : t.After(i, "i'm", "gonna") is > 0 and var gonna ? gonna
            : t.After(i, "let", "me") is > 0 and var let ? let
            : t.After(i, "i we", "will shall can could") is > 0 and var will ? will
            : i + 1;
        while (verb < t.Count - 1 && t.Is(verb, "just also actually definitely probably really certainly happily personally , um uh er"))
            verb++;
        return Math.Min(verb, t.Count - 1);
    }

    static bool IsGerund(Tokens t, int i) => t.Is(i, "i'm") && t[i + 1].EndsWith("ing", StringComparison.Ordinal);

    static double Content(Tokens t, int start, int end) => 0.3 * Math.Min(6, Enumerable.Range(start, Math.Max(0, end - start)).Count(i => t[i].Length > 3));

    /// <summary>The end before a time that closes the phrase: the list gives the day itself.</summary>
    static int WithoutDay(Tokens t, int start, int end)
    {
        while (end > start + 1 && (t.IsMark(end - 1) || t.Is(end - 1, "okay yeah promise please") || t.Is(end - 1, "then") && !t.Is(end - 2, "until till by")))
            end--;
        // Any day will do to find where times stand.
        foreach (var (from, found) in TimeGrammar.Read(t, new(2026, 1, 1)))
            if (from > start + 1 && found.End == end && !t.Is(from - 1, "until till for"))
            {
                end = from;
                while (end > start + 1 && (t.IsMark(end - 1) || t.Is(end - 1, "by before on in at from like say the around about straight right")))
                    end--;
                break;
            }
        return end;
    }

    static int Shorten(string text, Tokens t, int start, int end)
    {
        var (cut, joint) = (start, -1);
        for (var (i, words) = (start, 0); i < end; i++)
        {
            if (!t.IsMark(i) && (i == start || char.IsWhiteSpace(text[t.At(i).Start - 1])) && ++words > MostWords)
                return joint > 0 ? joint : cut;
            if (words >= LeastWords && (t.IsMark(i) || t.Is(i, "and but so because which if")))
                joint = i;
            cut = t.IsMark(i) ? cut : i + 1;
        }
        return end;
    }
}
