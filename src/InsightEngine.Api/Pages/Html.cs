using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace InsightEngine.Api.Pages;

/// <summary>Pages are made of strings; what people wrote goes through <see cref="Text"/>, which leaves it no way to be markup.</summary>
static class Html
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // They turn the direction of what stands around them, or hide words between letters; joiners stay, which scripts need.
    static readonly SearchValues<char> Unseen = SearchValues.Create("\u200B\u2060\uFEFF\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    public static string Text(string? text) =>
        text is null ? "" : Encoder.Encode(text.AsSpan().ContainsAny(Unseen) ? string.Concat(text.Where(c => !Unseen.Contains(c))) : text);

    public static string Day(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A whole page. Nothing is loaded from elsewhere, and no script runs.</summary>
    public static IResult Page(string title, string body, int status = 200) => new HtmlPage(
        $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{Text(title)} · InsightEngine</title>
          <link rel="stylesheet" href="/console/style.css">
        </head>
        <body>
        {body}
        </body>
        </html>
        """, status);

    sealed class HtmlPage(string html, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers["Referrer-Policy"] = "same-origin";
            return response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
