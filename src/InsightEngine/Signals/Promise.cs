namespace InsightEngine.Signals;

/// <summary>A commitment that somebody made in a talk.</summary>
/// <param name="Id">Names it among the promises.</param>
/// <param name="By">Who is to do it.</param>
/// <param name="To">The other one in the talk.</param>
/// <param name="Said">The utterance.</param>
/// <param name="Around">What was said just before, where the matter is named that <c>I'll do it</c> takes up.</param>
/// <param name="On">The day of the talk.</param>
/// <param name="Due">The day by which it is promised, if one was named.</param>
public sealed record Promise(string Id, string By, string To, string Said, string Around, DateOnly On, DateOnly? Due);
