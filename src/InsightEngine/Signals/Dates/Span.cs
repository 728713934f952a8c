namespace InsightEngine.Signals.Dates;

/// <summary>The days that an expression names, both ends included.</summary>
readonly record struct Span(DateOnly First, DateOnly Last)
{
    public Span(DateOnly day)
        : this(day, day)
    {
    }

    public bool IsDay => First == Last;

    /// <summary>The day of the week that lies in it, the first one from its start.</summary>
    public DateOnly Weekday(DayOfWeek weekday) => Calendar.OnOrAfter(First, weekday);
}
