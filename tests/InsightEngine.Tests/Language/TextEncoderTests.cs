using InsightEngine.Language;

namespace InsightEngine.Tests.Language;

public sealed class TextEncoderTests : IDisposable
{
    readonly TextEncoder encoder = new();

    [Fact]
    public void Says_of_every_head_how_likely_it_is()
    {
        var read = encoder.ReadUtterance(byManager: false, "I'll have the draft with you by Thursday.", (true, "When can I read it?"));

        Assert.Equal(encoder.Heads.Count, read.Probabilities.Length);
        Assert.All(read.Probabilities, probability => Assert.InRange(probability, 0, 1));
        Assert.True(read.Probabilities[encoder.Heads.ToList().IndexOf("talk.commitment")] > 0.5);
        Assert.Equal(384, read.Vector.Length);
    }

    [Fact]
    public void What_was_said_before_counts()
    {
        var afterRequest = encoder.ReadUtterance(false, "Yes, tomorrow.", (true, "Will you send the numbers?"));
        var afterSmallTalk = encoder.ReadUtterance(false, "Yes, tomorrow.", (true, "Is it your birthday?"));

        Assert.NotEqual(afterRequest.Probabilities, afterSmallTalk.Probabilities);
    }

    public void Dispose() => encoder.Dispose();
}
