namespace InsightEngine.Signals.Dates;

/// <summary>A word or a mark of punctuation: lower case, without a possessive ending, and its place in the text.</summary>
readonly record struct Token(string Word, int Start, int End)
{
    public bool IsMark => Word.Length > 0 && Word[0] is '.' or ',' or ';' or ':' or '!' or '?';

    /// <summary>Whether a sentence ends here.</summary>
    public bool IsStop => Word.Length > 0 && Word[0] is '.' or '!' or '?' or ';';
}
