using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace InsightEngine.Api.Http;

/// <summary>Gives every answer to a GET under <c>/v1</c> an ETag of its content; a caller that has it already gets 304.</summary>
sealed class ETags(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || !http.Request.Path.StartsWithSegments("/v1"))
        {
            await next(http);
            return;
        }
        var body = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }
        if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)))[..32]}\"");
            http.Response.GetTypedHeaders().ETag = tag;
            // The same address answers another person, and another media type, with something else.
            http.Response.Headers.Vary = "Accept, Authorization, Cookie, X-Insight-Person";
            http.Response.Headers.CacheControl = "private, no-cache";
            if (http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                http.Response.ContentLength = null;
                return;
            }
        }
        buffer.Position = 0;
        await buffer.CopyToAsync(body, http.RequestAborted);
    }
}
