namespace InsightEngine.IntegrationTests.Harness;

/// <summary>Stands at a day after all the tests' evidence, until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    public static readonly DateOnly Today = new(2027, 1, 15);

    DateTimeOffset now = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public void Advance(TimeSpan by) => now += by;

    public override DateTimeOffset GetUtcNow() => now;
}
