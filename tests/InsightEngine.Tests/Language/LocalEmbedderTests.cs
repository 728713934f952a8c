using System.Numerics.Tensors;
using InsightEngine.Language;
using Microsoft.Extensions.AI;

namespace InsightEngine.Tests.Language;

public sealed class LocalEmbedderTests(LocalEmbedderTests.Model model) : IClassFixture<LocalEmbedderTests.Model>
{
    static readonly string[] Talk =
    [
        "How is the migration going?",
        "We moved the last of the billing tables on Friday, and the nightly job has been green since then.",
        "Ok.",
        "I would like to take the architecture course in spring, because the next project needs somebody who can design the event flow, "
            + "and so far we have always had to borrow a person from the platform team for that.",
        "",
    ];

    [Fact]
    public async Task A_text_has_the_same_vector_alone_and_in_any_company()
    {
        var together = await Embed(Talk);
        var reversed = await Embed([.. Talk.Reverse(), .. Talk]);
        for (var i = 0; i < Talk.Length; i++)
        {
            var alone = (await Embed(Talk[i]))[0];
            Assert.Equal(alone, together[i]);
            Assert.Equal(alone, reversed[Talk.Length - 1 - i]);
        }
    }

    [Fact]
    public async Task Several_threads_give_the_same_vectors_in_the_same_order()
    {
        using var parallel = new LocalEmbedder(threads: 3);
        var texts = Enumerable.Range(0, 24).Select(i => $"{Talk[i % Talk.Length]} {i}").ToArray();
        var vectors = (await parallel.GenerateAsync(texts)).Select(e => e.Vector.ToArray());
        Assert.Equal(await Embed(texts), vectors);
    }

    [Fact]
    public async Task Every_vector_has_length_one_and_the_stated_dimension()
    {
        foreach (var vector in await Embed(Talk))
        {
            Assert.Equal(EmbeddingModel.Dimensions, vector.Length);
            Assert.Equal(1, TensorPrimitives.Norm<float>(vector), 1e-4f);
        }
    }

    [Fact]
    public async Task Texts_of_like_meaning_are_nearer_than_unrelated_ones()
    {
        var v = await Embed(
            "Her launch is held up by the security review.", "She is blocked until security signs off.", "He enjoys baking bread at home.");
        Assert.True(TensorPrimitives.Dot<float>(v[0], v[1]) > TensorPrimitives.Dot<float>(v[0], v[2]) + 0.2f);
    }

    [Fact]
    public async Task A_text_longer_than_the_model_reads_is_known_by_its_beginning()
    {
        var beginning = string.Concat(Enumerable.Repeat("the work went well ", 80));
        var v = await Embed(beginning, beginning + "and then all of it broke");
        Assert.Equal(v[0], v[1]);
    }

    [Fact]
    public async Task No_texts_give_no_vectors() => Assert.Empty(await Embed());

    [Fact]
    public async Task A_cancelled_call_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => model.Embedder.GenerateAsync(Talk, cancellationToken: cancelled.Token));
    }

    [Fact]
    public void The_model_is_named_with_the_hash_of_its_file()
    {
        var metadata = model.Embedder.GetService<EmbeddingGeneratorMetadata>();
        Assert.Matches("^all-MiniLM-L6-v2-int8@[0-9a-f]{12}$", metadata?.DefaultModelId);
        Assert.Equal(EmbeddingModel.Dimensions, metadata?.DefaultModelDimensions);
    }

    async Task<List<float[]>> Embed(params string[] texts) => [.. (await model.Embedder.GenerateAsync(texts)).Select(e => e.Vector.ToArray())];

    public sealed class Model : IDisposable
    {
        public LocalEmbedder Embedder { get; } = new();

        public void Dispose() => Embedder.Dispose();
    }
}
