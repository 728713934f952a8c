using InsightEngine.Access;

namespace InsightEngine.Api.Auth;

/// <summary>The key of whoever runs the service (<c>INSIGHT_ADMIN_KEY</c>): it makes tenants and opens the jobs dashboard. Without one, neither can be done.</summary>
public sealed class OperatorKey(string? key)
{
    public bool Is(string secret) => !string.IsNullOrEmpty(key) && Secret.Same(key, secret);
}
