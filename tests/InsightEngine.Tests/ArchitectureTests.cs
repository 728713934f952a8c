using NetArchTest.Rules;

namespace InsightEngine.Tests;

public sealed class ArchitectureTests
{
    /// <summary>The features, each layer resting on those before it.</summary>
    static readonly string[][] Layers =
    [
        ["Access"], ["Evidence"], ["Language"], ["Passages", "Signals"], ["Priorities", "Skills", "Coaching"], ["Briefs", "Reports"],
        ["Processing", "Delivery", "Privacy"], ["Api", "Evaluation"],
    ];

    public static TheoryData<string, string> PointsBack()
    {
        var pairs = new TheoryData<string, string>();
        for (var layer = 0; layer < Layers.Length; layer++)
            foreach (var feature in Layers[layer].Where(Exists))
                foreach (var above in Layers.Skip(layer + 1).SelectMany(l => l))
                    pairs.Add(feature, above);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(PointsBack))]
    public void No_feature_knows_one_that_rests_on_it(string feature, string above) =>
        Holds(Types.InAssembly(typeof(InsightEngineServices).Assembly).That().ResideInNamespace($"InsightEngine.{feature}")
            .ShouldNot().HaveDependencyOn($"InsightEngine.{above}"));

    [Fact]
    public void Every_feature_has_its_place_in_the_order()
    {
        var known = Layers.SelectMany(l => l).Append("Data").ToHashSet();
        Assert.DoesNotContain(Features(), f => !known.Contains(f));
    }

    [Theory]
    [InlineData("Microsoft.SemanticKernel")]
    [InlineData("Microsoft.ML.OnnxRuntime")]
    [InlineData("OpenAI")]
    public void Only_the_language_feature_names_the_runtimes_of_models(string package) =>
        Holds(Types.InAssembly(typeof(InsightEngineServices).Assembly).That().ResideInNamespace("InsightEngine")
            .And().DoNotResideInNamespace("InsightEngine.Language").ShouldNot().HaveDependencyOn(package));

    [Fact]
    public void The_engine_knows_nothing_of_http() =>
        Holds(Types.InAssembly(typeof(InsightEngineServices).Assembly).That().ResideInNamespace("InsightEngine")
            .ShouldNot().HaveDependencyOnAny("Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Routing"));

    static bool Exists(string feature) => Features().Contains(feature);

    static HashSet<string> Features() =>
        [.. typeof(InsightEngineServices).Assembly.GetTypes().Select(t => t.Namespace?.Split('.')).Where(n => n is ["InsightEngine", _, ..]).Select(n => n![1])];

    static void Holds(ConditionList rule)
    {
        var result = rule.GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}
