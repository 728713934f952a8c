using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InsightEngine.Language;

public static class LanguageServices
{
    /// <summary>Registers the one embedder of the process, as the section <c>Embedder</c> configures it.</summary>
    public static IServiceCollection AddLanguage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EmbedderOptions>()
            .Bind(configuration.GetSection(EmbedderOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(provider => CreateEmbedder(provider.GetRequiredService<IOptions<EmbedderOptions>>().Value));
    }

    static IEmbeddingGenerator<string, Embedding<float>> CreateEmbedder(EmbedderOptions options) => options.Kind switch
    {
        EmbedderKind.Local => new LocalEmbedder(options.ModelFolder, options.Threads),
        EmbedderKind.OpenAI => new RemoteEmbedder(options),
    };
}
