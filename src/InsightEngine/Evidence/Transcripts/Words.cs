using System.Text;

namespace InsightEngine.Evidence.Transcripts;

/// <summary>Collects words with their place in the raw text; every run of whitespace becomes one space.</summary>
sealed class Words
{
    readonly StringBuilder text = new();
    bool space;

    public int RawStart { get; private set; }

    public int RawEnd { get; private set; }

    public bool Any => text.Length > 0;

    public void Append(char character, int rawStart, int rawEnd)
    {
        if (char.IsWhiteSpace(character))
        {
            space = true;
            return;
        }
        if (!Any)
            RawStart = rawStart;
        else if (space)
            text.Append(' ');
        space = false;
        text.Append(character);
        RawEnd = rawEnd;
    }

    public void Append(string raw, int start, int end)
    {
        space = true;
        for (var i = start; i < end; i++)
            Append(raw[i], i, i + 1);
    }

    public void Append(string decoded)
    {
        foreach (var character in decoded)
            Append(character, 0, 0);
    }

    /// <summary>Takes what was collected and starts anew.</summary>
    public string Take()
    {
        var taken = text.ToString();
        text.Clear();
        space = false;
        return taken;
    }
}
