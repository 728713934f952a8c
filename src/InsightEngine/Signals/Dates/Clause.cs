namespace InsightEngine.Signals.Dates;

/// <summary>The words around a time that belong to the same deed, and what they tell of it: promised, past, asked, supposed.</summary>
readonly record struct Clause(Tokens Tokens, int Start, int End)
{
    const string Subjects = "i i'll i'd i'm i've we we'll we're you you'll he he'll she she'll it it'll they they'll that this there let who";
    const string Joints = "and but so then because which while when if until unless or before once";

    const string Past =
        "was were did didn't had hadn't said told promised went ago yesterday already been came sent meant wrote gave took made rang spoke saw left knew "
        + "thought asked called bought brought kept lost ran showed started stopped worked wanted happened";

    public static Clause Around(Tokens t, int at)
    {
        var start = at;
        while (!t.IsStop(start - 1) && !Opens(t, start))
            start--;
        var end = at + 1;
        while (!t.IsStop(end) && !Opens(t, end))
            end++;
        return new(t, start, end);
    }

    /// <summary>How much the words speak for a promise to be kept at that time.</summary>
    public double Weight(int from, int to, bool request)
    {
        var weight = 0.0;
        if (Promises() || IsFragment())
            weight += 2;
        if (Has(Past))
            weight -= 4;
        if (!request && (Has("you your me") && !Has("give leave gimme") && !Has("i i'll i'd we we'll you'll") || Asks()))
            weight -= 1;
        if (Has("think hope guess suppose might want need"))
            weight -= 1;
        if (Tokens.Is(Start, "if when because while unless as"))
            weight -= 1.5;
        return weight - (Tokens.Is(to, "before") && from > Start ? 0.5 : 0);
    }

    /// <summary>A few words without a subject carry on what was said before them: <c>By Friday.</c></summary>
    bool IsFragment() => End - Start <= 7 && !Has(Subjects) && !Has("me us you your");

    bool Promises() =>
        Has("i'll we'll you'll gonna let gimme") || Gerund()
        || Has("give leave") && Has("me")
        || Has("you") && Has("get have") && Has("me from it") || Has("i i'd we") || Has("it'll");

    /// <summary>Whether the sentence that holds the clause is a question.</summary>
    bool Asks()
    {
        var stop = End;
        while (!Tokens.IsStop(stop))
            stop++;
        return Tokens.Is(stop, "?");
    }

    /// <summary><c>I'm calling</c> promises, <c>I'm off</c> tells.</summary>
    bool Gerund()
    {
        for (var i = Start; i < End; i++)
            if (Tokens.Is(i, "i'm we're") && Tokens[i + 1].EndsWith("ing", StringComparison.Ordinal))
                return true;
        return false;
    }

    bool Has(string words)
    {
        for (var i = Start; i < End; i++)
            if (Tokens.Is(i, words))
                return true;
        return false;
    }

    /// <summary>A clause opens where a subject follows a comma or a joining word.</summary>
    static bool Opens(Tokens t, int i) =>
        t.Is(i, Joints) && (t.Is(t.Skip(i + 1, "then"), Subjects) || t.Is(i, "if when because unless which")) || t.Is(i, Subjects) && t.Is(i - 1, ",");
}
