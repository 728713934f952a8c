using InsightEngine.Api.Auth;
using Microsoft.OpenApi;

namespace InsightEngine.Api.Hosting;

/// <summary>The description of the API: OpenAPI 3.1 at <c>/openapi/v1.json</c>, Swagger UI at <c>/swagger</c>.</summary>
static class OpenApi
{
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) =>
        services.AddEndpointsApiExplorer().AddSwaggerGen(o =>
        {
            o.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "InsightEngine",
                Version = "v1",
                Description = "Goals, check-ins, feedback, one-to-ones and work in; cited insights out. Every statement carries its evidence, and nobody sees what is not theirs.",
            });
            o.SupportNonNullableReferenceTypes();
            o.IncludeXmlComments(typeof(Program).Assembly);
            o.AddSecurityDefinition("key", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A tenant's key, or a person's JWT." });
            o.AddSecurityDefinition("person", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = Rights.PersonHeader, Description = "The person as whom a key with the scope act-as reads.",
            });
            o.AddSecurityRequirement(document => new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference("key", document)] = [],
                [new OpenApiSecuritySchemeReference("person", document)] = [],
            });
        });

    public static void MapOpenApiDocument(this WebApplication app)
    {
        app.UseSwagger(o =>
        {
            o.RouteTemplate = "openapi/{documentName}.json";
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        });
        app.UseSwaggerUI(o =>
        {
            o.SwaggerEndpoint("/openapi/v1.json", "InsightEngine v1");
            o.EnablePersistAuthorization();
        });
    }
}
