using System.Net;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json;
using InsightEngine.Language;

namespace InsightEngine.Tests.Language;

public sealed class RemoteEmbedderTests
{
    [Fact]
    public async Task Many_texts_go_in_requests_of_at_most_64_and_come_back_in_order()
    {
        using var service = new Service(EmbeddingModel.Dimensions);
        using var embedder = Connect(service);
        var vectors = await embedder.GenerateAsync(Enumerable.Range(0, 150).Select(i => new string('x', i + 1)));
        Assert.Equal([64, 64, 22], service.Requests.Select(r => r.GetProperty("input").GetArrayLength()));
        Assert.Equal(Enumerable.Range(1, 150), vectors.Select(v => (int)v.Vector.Span[0]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_dimension_is_asked_for_only_if_the_options_say_so(bool send)
    {
        using var service = new Service(EmbeddingModel.Dimensions);
        using var embedder = Connect(service, send);
        await embedder.GenerateAsync(["text"]);
        Assert.Equal(send, service.Requests[0].TryGetProperty("dimensions", out var asked) && asked.GetInt32() == EmbeddingModel.Dimensions);
    }

    [Fact]
    public async Task A_model_of_another_dimension_is_refused_by_name()
    {
        using var service = new Service(1536);
        using var embedder = Connect(service);
        var refusal = await Assert.ThrowsAsync<EmbedderMismatchException>(() => VerifyEmbedder.CheckAsync(embedder, CancellationToken.None));
        Assert.Contains("some-model gave a vector of 1536 numbers; the database holds 384", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_of_the_right_dimension_is_accepted()
    {
        using var service = new Service(EmbeddingModel.Dimensions);
        using var embedder = Connect(service);
        await VerifyEmbedder.CheckAsync(embedder, CancellationToken.None);
        Assert.Single(service.Requests);
    }

    static RemoteEmbedder Connect(Service service, bool sendDimensions = false) =>
        new(new() { Kind = EmbedderKind.OpenAI, Endpoint = new("http://models.test/v1"), Model = "some-model", SendDimensions = sendDimensions },
            new HttpClient(service, disposeHandler: false));

    /// <summary>Answers as the OpenAI API does; a vector's first number is the length of its text.</summary>
    sealed class Service(int dimensions) : HttpMessageHandler
    {
        public List<JsonElement> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = JsonSerializer.Deserialize<JsonElement>(await request.Content!.ReadAsStringAsync(cancellationToken));
            Requests.Add(body);
            var data = body.GetProperty("input").EnumerateArray()
                .Select((text, i) => new { @object = "embedding", index = i, embedding = Vector(text.GetString()!) });
            return new(HttpStatusCode.OK)
            {
                Content = JsonContent.Create(
                    new { @object = "list", data, model = "some-model", usage = new { prompt_tokens = 1, total_tokens = 1 } }),
            };
        }

        string Vector(string text)
        {
            var vector = new float[dimensions];
            vector[0] = text.Length;
            return Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan()));
        }
    }
}
