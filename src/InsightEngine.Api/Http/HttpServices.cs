using System.Text.Json;
using System.Text.Json.Serialization;
using InsightEngine.Data;
using Microsoft.EntityFrameworkCore;

namespace InsightEngine.Api.Http;

static class HttpServices
{
    /// <summary>How bodies are read and errors are answered.</summary>
    public static IServiceCollection AddHttp(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new WordConverterFactory());
            o.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            // Quotes are read by people: é stays é.
            o.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        });
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
        services.AddScoped<EvidenceEndpoint>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services;
    }

    /// <summary>Live: the process answers. Ready: the database does too.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }

    /// <summary>Whether the caller asks for this media type by name.</summary>
    public static bool Wants(this HttpRequest request, string mediaType) =>
        request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>The names of the tenant's people, for pages.</summary>
    public static Task<Dictionary<string, string>> NamesAsync(this InsightDb db, CancellationToken ct) => db.People.ToDictionaryAsync(p => p.Id, p => p.Name, ct);
}
