using System.Net.Http.Headers;
using System.Text;
using Hangfire.Dashboard;
using InsightEngine.Api.Auth;

namespace InsightEngine.Api.Hosting;

/// <summary>Opens the jobs dashboard to the operator's key alone, which a browser asks for as a password (the user name does not matter).</summary>
sealed class DashboardLock : IDashboardAuthorizationFilter
{
    public bool Authorize(DashboardContext context)
    {
        var http = context.GetHttpContext();
        if (PasswordOf(http.Request.Headers.Authorization.ToString()) is { } password && http.RequestServices.GetRequiredService<OperatorKey>().Is(password))
            return true;
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"jobs: the operator's key as password\", charset=\"UTF-8\"";
        return false;
    }

    static string? PasswordOf(string authorization)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header) || header.Parameter is not { } parameter)
            return null;
        if (header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return parameter;
        var buffer = new byte[parameter.Length];
        return header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) && Convert.TryFromBase64String(parameter, buffer, out var length)
            ? Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2).ElementAtOrDefault(1)
            : null;
    }
}
