namespace InsightEngine.Signals;

/// <summary>Something said in a later talk, or work recorded later, that may tell what became of a promise.</summary>
/// <param name="Id">The source, to be cited.</param>
/// <param name="Person">Who said or did it.</param>
/// <param name="Other">The other one in the talk; null for work.</param>
/// <param name="Text">What it says.</param>
/// <param name="Around">What was said just before it in the talk.</param>
/// <param name="On">Its day.</param>
/// <param name="Done">How likely it tells that something promised was done, from 0 to 1; work always is.</param>
/// <param name="Dropped">How likely it tells that something promised was not done.</param>
public sealed record LaterWord(string Id, string Person, string? Other, string Text, string Around, DateOnly On, double Done, double Dropped)
{
    public bool IsTalk => Other is not null;

    public bool Concerns(string person) => person == Person || person == Other;
}
