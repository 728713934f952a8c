namespace InsightEngine.Signals.Dates;

/// <summary>How a sentence ties what it tells to a time.</summary>
enum Relation
{
    /// <summary>Nothing, or <c>on</c>, <c>in</c>, <c>at</c>: on that day or within that span.</summary>
    On,
    By,
    Before,

    /// <summary>The deadline of many who learnt English later (<c>I send it until Friday</c>), and how long a state lasts.</summary>
    Until,
    From,

    /// <summary>The time that a thing is meant for, seldom that of the deed.</summary>
    For,

    /// <summary><c>after</c>, <c>since</c>, <c>every</c>, <c>last</c>: names no day by which something is done.</summary>
    Never,
}
