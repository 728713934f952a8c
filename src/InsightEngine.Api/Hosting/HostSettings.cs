namespace InsightEngine.Api.Hosting;

static class HostSettings
{
    const int DefaultPort = 5080;

    /// <summary>The address, the operator's key (a demonstration makes one) and quiet logs: what the command line asks for beside the configuration.</summary>
    public static void Configure(this WebApplicationBuilder builder, HostArguments arguments)
    {
        if (arguments.Port is { } port)
            builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        else if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
            builder.WebHost.UseUrls($"http://127.0.0.1:{DefaultPort}");
        // It would log addresses with their queries, and a query holds words.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.WebHost.UseKestrel(kestrel => kestrel.AddServerHeader = false);
        if (arguments.Demo)
        {
            if (string.IsNullOrEmpty(builder.Configuration["INSIGHT_ADMIN_KEY"]))
                builder.Configuration["INSIGHT_ADMIN_KEY"] = Access.Secret.New();
            builder.Configuration["Logging:LogLevel:Default"] = nameof(LogLevel.Warning);
        }
    }
}
