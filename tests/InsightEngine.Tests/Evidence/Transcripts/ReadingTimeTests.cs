using InsightEngine.Evidence.Transcripts;

namespace InsightEngine.Tests.Evidence.Transcripts;

public class ReadingTimeTests
{
    const int Words = 200_000;
    const string Times = "00:00:01.000 --> 00:00:02.000\n";

    [Theory]
    [InlineData("", "Ada: the pump holds, note: it leaked at 9:30.\n")]
    [InlineData("", "Ada: the pump holds and we\nwent on with the next valve without a name\n")]
    [InlineData("", "a: b: c: ((((((([[[[[ : <v <v <v &amp;&amp; 1:1:1:1:1 -->\n")]
    [InlineData("", "Ada Brook  0:02\nthe pump holds and we went on\n\n")]
    [InlineData("WEBVTT\n\n", Times + "<v Ada>we &amp; the pump < the valve <i>and</i> so on</v>\n\n")]
    [InlineData("WEBVTT\n\n" + Times, "< << <v &am & a: b ")]
    public void Reads_two_hundred_thousand_words_within_a_second(string opening, string part)
    {
        var raw = opening + string.Concat(Enumerable.Repeat(part, Words / part.Split(' ', '\n').Length));
        // The best of three, so that a busy machine fails no build; what is quadratic takes minutes.
        var best = Enumerable.Range(0, 3).Min(_ => TimeToRead(raw));
        Assert.True(best < TimeSpan.FromSeconds(1), $"{best}");
    }

    static TimeSpan TimeToRead(string raw)
    {
        var started = TimeProvider.System.GetTimestamp();
        TranscriptReader.Read(raw, TranscriptFormat.Auto);
        return TimeProvider.System.GetElapsedTime(started);
    }
}
