namespace InsightEngine.Signals;

/// <summary>Something said or recorded later that may tell what became of a promise.</summary>
/// <param name="Id">The source, to be cited.</param>
/// <param name="Speakers">Who may know: the two in the talk, or the author of the check-in or of the work.</param>
/// <param name="Text">What it says.</param>
/// <param name="Around">What was said just before, if it is from a talk.</param>
/// <param name="On">Its day.</param>
/// <param name="Done">How likely it tells that something promised was done, from 0 to 1.</param>
/// <param name="Dropped">How likely it tells that something promised was not done.</param>
/// <param name="Vector">The embedding of the text, if there is one.</param>
public sealed record LaterWord(
    string Id, IReadOnlyList<string> Speakers, string Text, string Around, DateOnly On, double Done, double Dropped, ReadOnlyMemory<float> Vector = default);
