using InsightEngine.Language;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InsightEngine.Tests.Language;

public sealed class LanguageServicesTests
{
    [Fact]
    public void Without_configuration_the_local_model_embeds()
    {
        using var services = Configure();
        Assert.IsType<LocalEmbedder>(services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>());
    }

    [Fact]
    public void A_configured_service_embeds()
    {
        using var services = Configure(
            ("Embedder:Kind", "openai"), ("Embedder:Endpoint", "http://localhost:11434/v1"), ("Embedder:Model", "some-model"));
        Assert.IsType<RemoteEmbedder>(services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>());
    }

    [Theory]
    [InlineData("Endpoint", "Embedder:Kind=openai;Embedder:Model=some-model")]
    [InlineData("Endpoint", "Embedder:Kind=openai;Embedder:Model=some-model;Embedder:Endpoint=ftp://host/v1")]
    [InlineData("Model", "Embedder:Kind=openai;Embedder:Endpoint=http://host/v1")]
    [InlineData("Threads", "Embedder:Threads=0")]
    public void Options_that_cannot_work_are_refused_by_name(string named, string settings)
    {
        using var services = Configure([.. settings.Split(';').Select(s => s.Split('=')).Select(s => (s[0], s[1]))]);
        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<EmbedderOptions>>().Value);
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_model_folder_is_named()
    {
        var missing = Assert.Throws<DirectoryNotFoundException>(() => ModelFiles.Find("no-such-model"));
        Assert.Contains("models/no-such-model", missing.Message, StringComparison.Ordinal);
    }

    static ServiceProvider Configure(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        return new ServiceCollection().AddLanguage(configuration).BuildServiceProvider();
    }
}
