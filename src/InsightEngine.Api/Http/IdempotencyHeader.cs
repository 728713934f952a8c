using System.Diagnostics.CodeAnalysis;

namespace InsightEngine.Api.Http;

static class IdempotencyHeader
{
    const int Longest = 200;

    /// <summary>The request's <c>Idempotency-Key</c>, empty if it has none; false with a refusal for one that is too long to keep.</summary>
    public static bool TryGetIdempotencyKey(this HttpRequest request, out string key, [NotNullWhen(false)] out IResult? refusal)
    {
        key = request.Headers["Idempotency-Key"].ToString();
        refusal = key.Length <= Longest ? null : Problem.Of(StatusCodes.Status400BadRequest, "bad-idempotency-key", $"Idempotency-Key is longer than {Longest} characters.");
        return refusal is null;
    }
}
