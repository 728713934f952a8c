using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace InsightEngine.Api.Auth;

static class AuthServices
{
    const string Either = "key-or-jwt";

    /// <summary>Keys always; JWTs only where <c>Jwt:Authority</c> and <c>Jwt:Audience</c> are configured.</summary>
    public static IServiceCollection AddCallers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Caller>();
        services.AddSingleton(new OperatorKey(configuration["INSIGHT_ADMIN_KEY"]));
        var (authority, audience) = (configuration["Jwt:Authority"], configuration["Jwt:Audience"]);
        var acceptsJwt = !string.IsNullOrEmpty(authority) && !string.IsNullOrEmpty(audience);
        var authentication = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = http => acceptsJwt && IsJwt(http) ? JwtBearerDefaults.AuthenticationScheme : KeyAuthentication.Scheme_)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.Scheme_, null);
        if (acceptsJwt)
            authentication.AddJwtBearer(o =>
            {
                o.Authority = authority;
                o.Audience = audience;
                o.MapInboundClaims = false;
                o.RequireHttpsMetadata = configuration.GetValue("Jwt:RequireHttps", true);
                o.TokenValidationParameters.ValidAlgorithms = ["RS256", "ES256", "PS256"];
            });
        services.AddAuthorization();
        return services;
    }

    /// <summary>Three parts divided by dots; a key has none.</summary>
    static bool IsJwt(HttpContext http) => http.Request.Headers.Authorization.ToString().Count(c => c == '.') == 2;
}
