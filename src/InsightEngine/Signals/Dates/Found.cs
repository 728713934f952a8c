namespace InsightEngine.Signals.Dates;

/// <summary>
/// An expression that a rule read: the place behind it and the days that it names. It is weak if the words often mean something
/// else (<c>two weeks</c> may be how long a thing takes).
/// </summary>
readonly record struct Found(int End, Span Span, bool Weak = false);
