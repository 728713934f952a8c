using InsightEngine.Language;
using InsightEngine.Signals;
using InsightEngine.Signals.Training;

namespace InsightEngine.Tests.Signals;

public sealed class TrainSignalsTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("signals").FullName;
    readonly TextEncoder encoder = new();

    [Fact]
    public void The_same_talks_give_the_same_files()
    {
        Train("first");
        Train("second");

        foreach (var file in Directory.GetFiles(Path.Combine(folder, "first")))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(folder, "second", Path.GetFileName(file))));
    }

    [Fact]
    public void What_was_trained_can_be_read_with()
    {
        Train("models");
        using var reader = new SignalReader(Path.Combine(folder, "models"));

        Assert.Equal(2, reader.Read(Talk("here", 3).Turns, []).Count);
    }

    [Fact]
    public void A_company_is_judged_by_what_the_others_taught()
    {
        var judged = new TrainSignals(encoder, [Talk("bank", 0)], Companies()).LeaveOneCompanyOut();

        Assert.Equal(12, judged.Count);
        Assert.Equal(["a", "b", "c"], judged.Select(j => j.Company).Distinct());
    }

    public void Dispose()
    {
        encoder.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    void Train(string name) => new TrainSignals(encoder, [Talk("bank", 0), Talk("bank", 1)], Companies()).Save(Path.Combine(folder, name));

    static LabelledTalk[] Companies() => [Talk("a", 0), Talk("a", 1), Talk("b", 2), Talk("b", 3), Talk("c", 4), Talk("c", 5)];

    static LabelledTalk Talk(string company, int number) => new(
        company, $"pair {number % 2}",
        [
            new(TalkRole.Manager, $"I'll ring the depot about order {number} on Monday."),
            new(TalkRole.Report, $"Row {number} is still blocked, the crane is broken."),
        ],
        [new HashSet<string> { "commitment" }, new HashSet<string> { "blocker" }], []);
}
